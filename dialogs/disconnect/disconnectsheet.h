// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/sheet/propertysheet.h"

#include <QStringList>

namespace sallyport
{

// What a disconnect would end.
struct DisconnectScope {
    int sessions = 0;
    int connections = 0;
    QStringList examples; // "anna · msmsgs.exe", at most a handful are shown
};

// Few connections are ended at once, without a question: it is done in a second and can be seen.
bool needsConfirmation(const DisconnectScope& scope);

struct DisconnectAnswer {
    QString reason; // for the audit trail; may be empty

    bool operator==(const DisconnectAnswer&) const = default;
};

// Asks before many connections are ended, and for the reason that the log and the audit trail keep.
class DisconnectSheet final : public PropertySheet<DisconnectAnswer>
{
    Q_OBJECT

public:
    explicit DisconnectSheet(const DisconnectScope& scope, QWidget* parent = nullptr);
};

} // namespace sallyport
