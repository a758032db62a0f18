// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/sheet/page.h"
#include "models/policy/clientconfiguration.h"

class QCheckBox;
class QLineEdit;

namespace sallyport
{

class NumberField;

// What the Firewall Client writes into the browsers of its PC.
class WebBrowserPage final : public ValuePage<ClientConfiguration>
{
    Q_OBJECT

public:
    WebBrowserPage();

    void load(const ClientConfiguration& client) override;
    void save(ClientConfiguration& client) const override;
    QList<FieldProblem> problems() const override;

private slots:
    void showDefaultUrl();

private:
    QLineEdit* m_proxy;
    NumberField* m_port;
    QCheckBox* m_useProxy;
    QCheckBox* m_autoDetect;
    QCheckBox* m_autoConfig;
    QLineEdit* m_url;
};

} // namespace sallyport
