// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/network/localdomainspage.h"

#include "dialogs/network/networktext.h"
#include "dialogs/network/numberedtext.h"
#include "dialogs/network/wronglines.h"
#include "dialogs/style/metrics.h"

#include <QLabel>

#include <algorithm>

namespace sallyport
{

namespace
{

using Kind = DomainProblem::Kind;

} // namespace

LocalDomainsPage::LocalDomainsPage()
    : ValuePage<QStringList>(QLatin1StringView("localDomains"), tr("Local Domain Table"))
    , m_lines(new NumberedText)
    , m_wrong(new WrongLines)
{
    m_lines->setPlaceholderText(QStringLiteral("example.com\nintranet.example.net"));
    m_lines->setMinimumHeight(metrics::rowHeight * 5);
    addNote(tr("Names that are inside: clients look them up and reach them directly. One domain a line; it takes in "
               "every name below it."));
    addWide(m_lines, QLatin1StringView("domains"), tr("Domains"));
    addBelow(m_wrong);
    m_summary = addNote(QString());
    m_summary->setObjectName(QStringLiteral("summary"));
    connect(m_lines, &QPlainTextEdit::textChanged, this, &LocalDomainsPage::summarise);
    connect(m_wrong, &WrongLines::chosen, m_lines, &NumberedText::goToLine);
}

void LocalDomainsPage::summarise()
{
    const DomainLines lines = parseDomainLines(m_lines->toPlainText());
    m_summary->setText(tr("%n domain(s)", nullptr, static_cast<int>(lines.domains.size())));
    QList<WrongLine> wrong;
    QSet<int> numbers;
    for (const DomainProblem& problem : lines.problems) {
        if (problem.kind == Kind::Covered)
            continue;
        numbers.insert(problem.line);
        wrong.append({problem.line,
            problem.kind == Kind::Wrong
                ? tr("Line %1: “%2” is no domain. Write names such as example.com.").arg(problem.line).arg(problem.text)
                : tr("Line %1: “%2” stands twice. Take one of them out.").arg(problem.line).arg(problem.text)});
    }
    m_lines->setWrong(numbers);
    m_wrong->setLines(wrong);
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
    if (!lines.has(Kind::Wrong))
        domains = lines.domains;
}

QList<FieldProblem> LocalDomainsPage::problems() const
{
    const DomainLines lines = parseDomainLines(m_lines->toPlainText());
    const auto count = static_cast<int>(std::count_if(lines.problems.begin(), lines.problems.end(),
        [](const DomainProblem& problem) { return problem.kind != Kind::Covered; }));
    if (count > 0)
        return {{m_lines, tr("%n domain(s) can't stay like this; the list says why.", nullptr, count)}};
    if (!lines.problems.isEmpty()) {
        const DomainProblem& covered = lines.problems.first();
        return {{m_lines,
            tr("Line %1: “%2” takes in the same names as an entry before it. One of them is enough.")
                .arg(covered.line)
                .arg(covered.text),
            Severity::Warning}};
    }
    return {};
}

} // namespace sallyport
