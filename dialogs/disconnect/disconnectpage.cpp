// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/disconnect/disconnectpage.h"

#include <QLabel>
#include <QLineEdit>

namespace sallyport
{

namespace
{

constexpr int shownExamples = 5;
constexpr int longestReason = 500;

} // namespace

DisconnectPage::DisconnectPage(const DisconnectQuestion& question)
    : ValuePage<DisconnectAnswer>(QLatin1StringView("disconnect"), tr("Disconnect"))
{
    addSection(question.heading);
    QStringList lines = question.examples.mid(0, shownExamples);
    if (question.count > lines.size() && !lines.isEmpty())
        lines.append(tr("and %n more", nullptr, question.count - int(lines.size())));
    if (!lines.isEmpty())
        addNote(lines.join(QLatin1Char('\n')));
    if (question.asksReason) {
        m_reason = new QLineEdit;
        m_reason->setPlaceholderText(tr("for the log and the audit trail"));
        addField(tr("&Reason:"), m_reason, QLatin1StringView("reason"));
    }
    addNote(question.note);
    endWithStretch();
}

void DisconnectPage::load(const DisconnectAnswer& answer)
{
    if (m_reason)
        quietly([&] { m_reason->setText(answer.reason); });
}

void DisconnectPage::save(DisconnectAnswer& answer) const
{
    answer.reason = m_reason ? m_reason->text().trimmed() : QString();
}

QList<FieldProblem> DisconnectPage::problems() const
{
    if (m_reason && m_reason->text().size() > longestReason)
        return {{m_reason, tr("Shorten the reason to %n character(s).", nullptr, longestReason)}};
    return {};
}

} // namespace sallyport
