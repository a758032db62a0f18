// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/server/servergeneralpage.h"

#include "dialogs/sheet/fields.h"
#include "dialogs/style/metrics.h"
#include "models/policy/validate.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>

namespace sallyport
{

ServerGeneralPage::ServerGeneralPage()
    : ValuePage<ServerSettings>(QLatin1StringView("serverGeneral"), tr("General"))
    , m_name(new QLineEdit)
    , m_description(new QPlainTextEdit)
    , m_deny(new QRadioButton(tr("&Refuse them")))
    , m_allow(new QRadioButton(tr("A&llow them")))
{
    m_description->setFixedHeight(metrics::rowHeight * 3);
    addSection(tr("Server"));
    addField(tr("&Name:"), m_name, QLatin1StringView("name"));
    addField(tr("&Description:"), m_description, QLatin1StringView("description"));
    addSection(tr("Requests that no entry or rule speaks of"));
    addChoice(m_deny, QLatin1StringView("deny"));
    addChoice(m_allow, QLatin1StringView("allow"));
    endWithStretch();
}

void ServerGeneralPage::load(const ServerSettings& settings)
{
    quietly([&] {
        m_name->setText(settings.server.name);
        m_description->setPlainText(settings.server.description);
        m_deny->setChecked(settings.unmatched == Verdict::Deny);
        m_allow->setChecked(settings.unmatched == Verdict::Allow);
    });
}

void ServerGeneralPage::save(ServerSettings& settings) const
{
    settings.server.name = m_name->text().trimmed();
    settings.server.description = m_description->toPlainText();
    // Anything but a ticked "allow" refuses.
    settings.unmatched = m_allow->isChecked() ? Verdict::Allow : Verdict::Deny;
}

QList<FieldProblem> ServerGeneralPage::problems() const
{
    QList<FieldProblem> found;
    if (m_name->text().trimmed().isEmpty())
        found.append({m_name, tr("Give the server a name, for example branch-a.")});
    else if (m_name->text().size() > longestServerName)
        found.append({m_name, tr("Shorten the name to %n character(s).", nullptr, longestServerName)});
    else if (!isOneLine(m_name->text()))
        found.append({m_name, tr("Take the control characters out of the name; typing it anew does.")});
    const QString description = m_description->toPlainText();
    if (description.size() > longestDescription)
        found.append({m_description, tr("Shorten the description to %n character(s).", nullptr, longestDescription)});
    else if (!isOneLine(description))
        found.append({m_description, tr("Write the description in one paragraph, without line breaks and tabs.")});
    if (m_allow->isChecked())
        found.append({m_allow, tr("Whatever you have not thought of gets out."), Severity::Warning});
    return found;
}

} // namespace sallyport
