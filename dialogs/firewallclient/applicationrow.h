// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/clientconfiguration.h"

namespace sallyport
{

// One line of the Application Settings list: what Application Entry Settings edits.
struct ApplicationRow {
    QString application; // section name, without extension
    ApplicationKey key = ApplicationKey::Disable;
    QString value = QStringLiteral("1"); // canonical text

    QString place() const; // "msmsgs/Disable"
    bool operator==(const ApplicationRow&) const = default;
};

// Puts `after` where `before` was (nothing: a new line), making or dropping entries as needed. A line that is there
// already for the same application and key is replaced.
void putApplicationRow(QList<ApplicationEntry>& entries, const ApplicationRow* before, const ApplicationRow& after);
// Takes a line away; an entry without lines goes with it.
void removeApplicationRow(QList<ApplicationEntry>& entries, const QString& application, ApplicationKey key);

const ApplicationEntry* findApplication(const QList<ApplicationEntry>& entries, QStringView name);

} // namespace sallyport
