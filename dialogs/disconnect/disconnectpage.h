// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/disconnect/disconnectsheet.h"

class QLineEdit;

namespace sallyport
{

class DisconnectPage final : public ValuePage<DisconnectAnswer>
{
    Q_OBJECT

public:
    explicit DisconnectPage(const DisconnectScope& scope);

    void load(const DisconnectAnswer& answer) override;
    void save(DisconnectAnswer& answer) const override;
    QList<FieldProblem> problems() const override;

private:
    QLineEdit* m_reason;
};

} // namespace sallyport
