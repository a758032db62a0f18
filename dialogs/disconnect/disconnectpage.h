// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/disconnect/disconnectsheet.h"

class QLineEdit;

namespace sallyport
{

// What is asked.
struct DisconnectQuestion {
    QString heading;
    QStringList examples; // of what would end; a handful is shown
    int count = 0; // of such
    QString note; // what it means to them
    bool asksReason = true;
};

class DisconnectPage final : public ValuePage<DisconnectAnswer>
{
    Q_OBJECT

public:
    explicit DisconnectPage(const DisconnectQuestion& question);

    void load(const DisconnectAnswer& answer) override;
    void save(DisconnectAnswer& answer) const override;
    QList<FieldProblem> problems() const override;

private:
    QLineEdit* m_reason = nullptr; // where one is asked for
};

} // namespace sallyport
