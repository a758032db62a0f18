// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/server/serversheet.h"

class QLineEdit;
class QPlainTextEdit;
class QRadioButton;

namespace sallyport
{

class ServerGeneralPage final : public ValuePage<ServerSettings>
{
    Q_OBJECT

public:
    ServerGeneralPage();

    void load(const ServerSettings& settings) override;
    void save(ServerSettings& settings) const override;
    QList<FieldProblem> problems() const override;

private:
    QLineEdit* m_name;
    QPlainTextEdit* m_description;
    QRadioButton* m_deny;
    QRadioButton* m_allow;
};

} // namespace sallyport
