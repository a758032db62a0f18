// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ini/importdocument.h"
#include "models/policy/policyparts.h"

#include <QObject>

namespace sallyport
{

// Reads what is to be imported into a policy; what takes longer than a few milliseconds is done by another thread.
class ImportReader final : public QObject
{
    Q_OBJECT

public:
    explicit ImportReader(const Policy& current, QObject* parent = nullptr);

    // Answers with done() before it returns, or with busy() and then done(). Only the last reading is answered.
    void read(ImportFormat format, const QByteArray& bytes);
    void drop() { ++m_reading; }

signals:
    void busy();
    // The parts are those that would change.
    void done(const Imported& imported, const QList<PolicyPart>& parts);

private:
    const Policy m_current;
    int m_reading = 0; // counts readings; an answer to an earlier one is dropped
};

} // namespace sallyport
