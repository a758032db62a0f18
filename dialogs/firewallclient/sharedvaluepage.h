// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/firewallclient/sharedvaluesheet.h"

class QLabel;

namespace sallyport
{

class ValueEditor;

class SharedValuePage final : public ValuePage<SharedValue>
{
    Q_OBJECT

public:
    SharedValuePage();

    void load(const SharedValue& shared) override;
    void save(SharedValue& shared) const override;
    QList<FieldProblem> problems() const override;

private:
    QLabel* m_applications;
    ValueEditor* m_value;
    QLabel* m_meaning;
};

} // namespace sallyport
