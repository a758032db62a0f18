// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/sheet/page.h"
#include "models/policy/clientconfiguration.h"

class QCheckBox;
class QLineEdit;
class QRadioButton;

namespace sallyport
{

class NumberField;

// How clients reach the server, and when they ask it again.
class ClientGeneralPage final : public ValuePage<ClientConfiguration>
{
    Q_OBJECT

public:
    ClientGeneralPage();

    void load(const ClientConfiguration& client) override;
    void save(ClientConfiguration& client) const override;
    QList<FieldProblem> problems() const override;

private slots:
    void showAddressing();

private:
    QRadioButton* m_byName;
    QRadioButton* m_byAddress;
    QLineEdit* m_name;
    QLineEdit* m_addresses;
    NumberField* m_port;
    QCheckBox* m_autoDetect;
    NumberField* m_refresh;
    NumberField* m_refreshGiveUp;
    NumberField* m_recheck;
    NumberField* m_giveUp;
};

} // namespace sallyport
