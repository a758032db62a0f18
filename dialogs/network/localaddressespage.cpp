// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/network/localaddressespage.h"

#include "dialogs/network/networktext.h"
#include "dialogs/network/numberedtext.h"
#include "dialogs/network/wronglines.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/metrics.h"
#include "dialogs/texts/errortexts.h"
#include "models/base/fault.h"
#include "models/ini/clientini.h"
#include "models/items/texts.h"
#include "models/policy/addressmask.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace sallyport
{

LocalAddressesPage::LocalAddressesPage()
    : ValuePage<QList<AddressRange>>(QLatin1StringView("localAddresses"), tr("Local Address Table"))
    , m_lines(new NumberedText)
    , m_wrong(new WrongLines)
    , m_private(new QPushButton(tr("Add &private ranges")))
    , m_tidy(new QPushButton(tr("&Sort and join")))
    , m_import(new QPushButton(tr("&Import file…")))
{
    m_lines->setPlaceholderText(QStringLiteral("10.0.0.0 10.255.255.255\n192.168.0.0/16\n203.0.113.7"));
    m_lines->setMinimumHeight(metrics::rowHeight * 5);
    m_import->setIcon(icon(QLatin1StringView("import")));
    addNote(tr("Addresses that are inside: clients reach them directly. One range a line, as FROM TO, FROM-TO, "
               "ADDRESS/BITS or a "
               "single address."));
    addWide(m_lines, QLatin1StringView("ranges"), tr("Ranges"));
    addBelow(m_wrong);
    m_summary = addNote(QString());
    m_summary->setObjectName(QStringLiteral("summary"));
    m_private->setObjectName(QStringLiteral("private"));
    m_tidy->setObjectName(QStringLiteral("tidy"));
    m_import->setObjectName(QStringLiteral("import"));
    m_tidy->setToolTip(
        tr("Sorts the ranges and joins those that meet; remarks go. Ctrl+Z in the text brings it back."));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::small);
    for (QPushButton* button : {m_private, m_tidy, m_import}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    addWideLayout(buttons);
    connect(m_private, &QPushButton::clicked, this, &LocalAddressesPage::addPrivate);
    connect(m_tidy, &QPushButton::clicked, this, &LocalAddressesPage::tidy);
    connect(m_import, &QPushButton::clicked, this, &LocalAddressesPage::chooseFile);
    connect(m_lines, &QPlainTextEdit::textChanged, this, &LocalAddressesPage::summarise);
    connect(m_wrong, &WrongLines::chosen, m_lines, &NumberedText::goToLine);
}

void LocalAddressesPage::summarise()
{
    m_importProblem.clear();
    const Lat lines = parseAddressLines(m_lines->toPlainText());
    m_summary->setText(tr("%n range(s)", nullptr, int(lines.ranges.size())));
    m_tidy->setEnabled(lines.problems.isEmpty() && tidied(lines.ranges) != lines.ranges);
    QList<WrongLine> wrong;
    QSet<int> numbers;
    for (const Problem& problem : lines.problems) {
        const QString why = texts::detail(problem.error);
        numbers.insert(problem.line);
        wrong.append(
            {problem.line, problem.line > 0 ? tr("Line %1: %2").arg(QString::number(problem.line), why) : why});
    }
    m_lines->setWrong(numbers);
    m_wrong->setLines(wrong);
}

void LocalAddressesPage::load(const QList<AddressRange>& ranges)
{
    quietly([&] {
        m_lines->setPlainText(addressLinesText(ranges));
        summarise();
    });
}

void LocalAddressesPage::save(QList<AddressRange>& ranges) const
{
    const Lat lines = parseAddressLines(m_lines->toPlainText());
    if (lines.problems.isEmpty())
        ranges = lines.ranges;
}

QList<FieldProblem> LocalAddressesPage::problems() const
{
    QList<FieldProblem> found;
    const Lat lines = parseAddressLines(m_lines->toPlainText());
    if (const auto count = static_cast<int>(lines.problems.size()); count > 0)
        found.append({m_lines, tr("%n line(s) can't be read; the list says why.", nullptr, count)});
    if (!m_importProblem.isEmpty())
        found.append({m_lines, m_importProblem, Severity::Warning});
    for (const AddressRange& range : lines.ranges) {
        if (const QString everything = everythingText(range); !everything.isEmpty()) {
            const QString text = range.first.toString() + u'-' + range.last.toString();
            found.append(
                {m_lines, texts::detail(makeError(Fault::RangeEverything, {}, {text, everything})), Severity::Warning});
        }
    }
    const qsizetype overlap = firstOverlap(lines.ranges);
    if (overlap >= 0) {
        const AddressRange& range = lines.ranges.at(overlap);
        found.append({m_lines,
            tr("%1 – %2 overlaps another range; Sort and join makes one of them.")
                .arg(range.first.toString(), range.last.toString()),
            Severity::Warning});
    }
    return found;
}

void LocalAddressesPage::append(const QList<AddressRange>& ranges)
{
    const QList<AddressRange> present = parseAddressLines(m_lines->toPlainText()).ranges;
    QList<AddressRange> fresh;
    for (const AddressRange& range : ranges) {
        if (!present.contains(range) && !fresh.contains(range))
            fresh.append(range);
    }
    if (!fresh.isEmpty())
        m_lines->appendPlainText(addressLinesText(fresh));
}

void LocalAddressesPage::addPrivate()
{
    // RFC 1918, and loopback, without which a PC's talks with itself would go through the server.
    append(parseAddressLines(QStringLiteral("10.0.0.0/8\n172.16.0.0/12\n192.168.0.0/16\n127.0.0.0/8")).ranges);
}

void LocalAddressesPage::tidy()
{
    m_lines->replaceText(addressLinesText(tidied(parseAddressLines(m_lines->toPlainText()).ranges)));
}

void LocalAddressesPage::chooseFile()
{
    openFile(this, tr("Import Address Table"), tr("Address tables (*.txt);;All files (*)"),
        [this](const auto& file) { take(file); });
}

void LocalAddressesPage::take(const Result<PickedFile>& file)
{
    if (file) {
        importLat(file->bytes);
        return;
    }
    m_importProblem = texts::error(file.error());
    touch(m_lines);
}

void LocalAddressesPage::importLat(const QByteArray& bytes)
{
    const Result<Lat> lat = readLat(bytes);
    if (lat)
        append(lat->ranges);
    if (!lat)
        m_importProblem = texts::error(lat.error());
    else if (!lat->problems.isEmpty())
        m_importProblem
            = tr("%n line(s) of the file could not be read and were left out.", nullptr, int(lat->problems.size()));
    touch(m_lines);
}

} // namespace sallyport
