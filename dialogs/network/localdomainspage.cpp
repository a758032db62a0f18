// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/network/localdomainspage.h"

#include "dialogs/network/networktext.h"
#include "dialogs/style/metrics.h"

#include <QLabel>
#include <QPlainTextEdit>

namespace sallyport
{

LocalDomainsPage::LocalDomainsPage()
    : ValuePage<QStringList>(QLatin1StringView("localDomains"), tr("Local Domain Table"))
    , m_lines(new QPlainTextEdit)
{
    m_lines->setPlaceholderText(QStringLiteral("example.com\nintranet.example.net"));
    m_lines->setMinimumHeight(metrics::rowHeight * 9);
    addNote(tr("Names that are inside: clients look them up and reach them directly. One domain a line; it takes in "
               "every name below it."));
    addWide(m_lines, QLatin1StringView("domains"), tr("Domains"));
    m_summary = addNote(QString());
    m_summary->setObjectName(QStringLiteral("summary"));
    connect(m_lines, &QPlainTextEdit::textChanged, this, &LocalDomainsPage::summarise);
}

void LocalDomainsPage::summarise()
{
    m_summary->setText(tr("%n domain(s)", nullptr, int(parseDomainLines(m_lines->toPlainText()).domains.size())));
}

void LocalDomainsPage::load(const QStringList& domains)
{
    quietly([&] {
        m_lines->setPlainText(domains.join(QLatin1Char('\n')));
        summarise();
    });
}

void LocalDomainsPage::save(QStringList& domains) const
{
    const DomainLines lines = parseDomainLines(m_lines->toPlainText());
    if (lines.wrong.isEmpty())
        domains = lines.domains;
}

QList<FieldProblem> LocalDomainsPage::problems() const
{
    const DomainLines lines = parseDomainLines(m_lines->toPlainText());
    if (!lines.wrong.isEmpty())
        return {{m_lines, tr("“%1” is no domain. Write names such as example.com.").arg(lines.wrong)}};
    if (!lines.doubled.isEmpty())
        return {{m_lines, tr("“%1” stands twice. Take one of them out.").arg(lines.doubled)}};
    if (!lines.covered.isEmpty()) {
        return {{m_lines,
            tr("“%1” takes in the same names as an entry before it. One of them is enough.").arg(lines.covered),
            Severity::Warning}};
    }
    return {};
}

} // namespace sallyport
