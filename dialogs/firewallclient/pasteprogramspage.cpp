// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/pasteprogramspage.h"

#include "dialogs/firewallclient/programnames.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/lists.h"
#include "dialogs/style/metrics.h"
#include "models/base/visibletext.h"
#include "models/policy/programname.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QSignalBlocker>
#include <QTextBlock>
#include <QTreeWidget>

#include <algorithm>

namespace sallyport
{

namespace
{
constexpr int settingCharacters = 24;
}

PasteProgramsPage::PasteProgramsPage(const QList<ApplicationEntry>& entries, const ProgramCatalogue& catalogue)
    : ValuePage<PastedPrograms>(QLatin1StringView("pastePrograms"), tr("Programs"))
    , m_entries(entries)
    , m_text(new QPlainTextEdit)
    , m_setting(new QComboBox)
    , m_review(new QTreeWidget)
{
    for (const ApplicationEntry& entry : entries)
        m_known.insert(programKey(entry.name), {entry.name});
    for (const OfferedProgram& program : catalogue) {
        m_known.insert(programKey(program.name), {program.name});
        // "ICQ (service closed)"
        QStringList& names = m_known[program.description.section(QStringLiteral(" ("), 0, 0).toCaseFolded()];
        if (!names.contains(program.name))
            names.append(program.name);
    }
    m_text->setPlaceholderText(tr("Any list of programs: one a line or several, with paths, numbers and remarks, or "
                                  "the output of tasklist:\n1. msmsgs.exe\nC:\\Program Files\\ICQ\\icq.exe\n"
                                  "aim, ypager"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(metrics::rowHeight * 5);
    m_setting->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_setting->setMinimumContentsLength(settingCharacters); // in large letters it would be wider than the screen
    m_setting->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_setting->addItem(tr("Disable=1 – take them off the Firewall Client"), QStringLiteral("1"));
    m_setting->addItem(tr("Disable=0 – let them use the Firewall Client"), QStringLiteral("0"));
    // Before the page hears of the edit and asks for problems.
    connect(m_text, &QPlainTextEdit::textChanged, this, &PasteProgramsPage::review);
    connect(m_setting, &QComboBox::currentIndexChanged, this, &PasteProgramsPage::review);
    addField(tr("&Programs:"), m_text, QLatin1StringView("programs"));
    addField(tr("&Setting:"), m_setting, QLatin1StringView("setting"));
    m_summary = addNote(QString());
    m_summary->setObjectName(QStringLiteral("summary"));
    m_review->setHeaderLabels({tr("Program"), tr("What happens"), tr("Typed")});
    prepareList(m_review);
    m_review->setMinimumHeight(metrics::rowHeight * 5);
    m_review->setMinimumWidth(metrics::rowHeight * 20);
    addWide(m_review, QLatin1StringView("review"), tr("What will be added"));
    connect(m_review, &QTreeWidget::itemChanged, this, &PasteProgramsPage::itemTicked);
    const auto key = [this](const QKeySequence& sequence, auto* receiver, auto slot) {
        connect(new QShortcut(sequence, m_review, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated,
            receiver, slot);
    };
    key(QKeySequence::Delete, this, &PasteProgramsPage::removeSelected);
    key(QKeySequence::Undo, m_text, &QPlainTextEdit::undo);
    key(QKeySequence::Redo, m_text, &QPlainTextEdit::redo);
    key(QKeySequence::Paste, m_text, &QPlainTextEdit::paste);
}

ApplicationSetting PasteProgramsPage::setting() const
{
    return {ApplicationKey::Disable, m_setting->currentData().toString()};
}

QStringList PasteProgramsPage::known(const QString& words) const
{
    const QStringList byName = m_known.value(programKey(words));
    return byName.isEmpty() ? m_known.value(words.toCaseFolded()) : byName;
}

void PasteProgramsPage::readText()
{
    const ProgramList list
        = readProgramList(m_text->toPlainText(), [this](const QString& words) { return known(words); });
    QHash<QString, const ApplicationEntry*> there;
    for (const ApplicationEntry& entry : m_entries)
        there.insert(programKey(entry.name), &entry);
    // A doubtful name is the second one wherever it stands.
    QHash<QString, const ListedProgram*> best;
    for (const ListedProgram& listed : list.programs) {
        const ListedProgram*& one = best[programKey(listed.name)];
        if (!one || (listed.certainty() == ListedProgram::Certainty::Sure && one->certainty() != listed.certainty()))
            one = &listed;
    }
    m_leftOut = list.leftOut;
    m_rows.clear();
    for (const ListedProgram& listed : list.programs) {
        const ProgramName program = cleanProgramName(listed.name);
        const QString key = programKey(listed.name);
        const ApplicationEntry* entry = there.value(key);
        Row row{listed, entry ? entry->name : program.name, Fate::Added, false};
        if (!program.valid || program.name == anyProgramName)
            row.fate = Fate::Nonsense;
        else if (best.value(key) != &listed)
            row.fate = Fate::Doubled;
        else if (entry && entry->value(setting().key) == setting().value)
            row.fate = Fate::There;
        else if (entry)
            row.fate = Fate::Changed;
        row.ticked = row.canBeTicked() && m_ticks.value(key, !row.isDoubtful());
        m_rows.append(row);
    }
}

QString PasteProgramsPage::doubtText(const ListedProgram& listed)
{
    switch (*listed.doubt) {
    case ProgramDoubt::Site:
        return tr("may be the address of a site");
    case ProgramDoubt::OtherFile:
        return tr("ends in .%1").arg(visibleText(listed.typed.section(u'.', -1)));
    case ProgramDoubt::Sentence:
        return tr("stands behind other words");
    case ProgramDoubt::Label:
        return tr("stands behind a label");
    case ProgramDoubt::Words:
        return tr("several words, no .exe");
    case ProgramDoubt::NoEnding:
        return tr("no .exe, unlike others");
    case ProgramDoubt::Brackets:
        return tr("in brackets, as parts of the system are");
    }
    return {};
}

QString PasteProgramsPage::fateText(const Row& row)
{
    if (row.canBeTicked() && row.isDoubtful()) {
        const QString text = !row.ticked ? tr("left out: %1")
            : row.fate == Fate::Changed  ? tr("changed: %1")
                                         : tr("added: %1");
        return text.arg(doubtText(row.listed));
    }
    if (row.canBeTicked() && !row.ticked)
        return tr("left out");
    switch (row.fate) {
    case Fate::Added:
        return tr("added");
    case Fate::Changed:
        return tr("changed");
    case Fate::There:
        return tr("has it already");
    case Fate::Doubled:
        return tr("named twice");
    case Fate::Nonsense:
        return tr("no program name, left out");
    }
    return {};
}

void PasteProgramsPage::showRow(QTreeWidgetItem* item, const Row& row) const
{
    Tone tone = Tone::Quiet;
    if (row.fate == Fate::Nonsense)
        tone = Tone::Refused;
    else if (row.canBeTicked() && row.isDoubtful())
        tone = Tone::Attention;
    else if (row.ticked)
        tone = Tone::Confirmed;
    if (row.canBeTicked())
        item->setCheckState(0, row.ticked ? Qt::Checked : Qt::Unchecked);
    item->setText(0, row.fate == Fate::Nonsense ? QString() : visibleText(row.name));
    item->setText(1, fateText(row));
    item->setIcon(1, toneIcon(tone));
    item->setText(2, visibleText(row.listed.typed));
}

void PasteProgramsPage::review()
{
    readText();
    {
        const QSignalBlocker blocker(m_review);
        QList<QTreeWidgetItem*> items;
        for (const Row& row : std::as_const(m_rows)) {
            auto* item = new QTreeWidgetItem;
            showRow(item, row);
            items.append(item);
        }
        m_review->clear();
        m_review->addTopLevelItems(items);
    }
    shareWidth(m_review, 1);
    showSummary();
}

int PasteProgramsPage::ticked() const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.ticked; }));
}

void PasteProgramsPage::showSummary()
{
    const auto count
        = [this](auto test) { return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), test)); };
    const int doubtful = count([](const Row& row) { return row.canBeTicked() && row.isDoubtful() && !row.ticked; });
    const int wrong = count([](const Row& row) { return row.fate == Fate::Nonsense; });
    QStringList parts;
    if (!m_rows.isEmpty())
        parts.append(tr("%n program(s) will be set.", nullptr, ticked()));
    if (doubtful > 0)
        parts.append(tr("%n doubtful one(s) wait to be ticked.", nullptr, doubtful));
    if (wrong > 0)
        parts.append(tr("%n piece(s) can't be program names.", nullptr, wrong));
    if (m_leftOut > 0)
        parts.append(tr("%n line(s) left out: headings and remarks.", nullptr, m_leftOut));
    m_summary->setText(parts.join(u' '));
    emit tickedChanged();
}

// Of a row that is selected with others, all of them follow.
void PasteProgramsPage::itemTicked(QTreeWidgetItem* item)
{
    const bool on = item->checkState(0) == Qt::Checked;
    const QList<QTreeWidgetItem*> all = item->isSelected() ? m_review->selectedItems() : QList<QTreeWidgetItem*>{item};
    const QSignalBlocker blocker(m_review);
    for (QTreeWidgetItem* one : all) {
        Row& row = m_rows[m_review->indexOfTopLevelItem(one)];
        if (!row.canBeTicked())
            continue;
        row.ticked = on;
        m_ticks.insert(programKey(row.listed.name), on);
        showRow(one, row);
    }
    showSummary();
    touch(m_review);
    emit edited();
}

// The text is what there is: what is taken out of the list is taken out of it, a line with nothing left as a whole.
void PasteProgramsPage::removeSelected()
{
    QList<int> chosen;
    const QList<QTreeWidgetItem*> selected = m_review->selectedItems();
    for (QTreeWidgetItem* item : selected)
        chosen.append(m_review->indexOfTopLevelItem(item));
    if (chosen.isEmpty())
        return;
    std::sort(chosen.begin(), chosen.end());
    const QList<Row> rows = m_rows;
    for (const int row : std::as_const(chosen))
        m_offered.insert(programKey(rows.at(row).listed.name));
    QHash<int, int> kept; // rows of each line
    for (int i = 0; i < rows.size(); ++i)
        kept[rows.at(i).listed.line] += std::binary_search(chosen.begin(), chosen.end(), i) ? 0 : 1;
    QTextCursor cursor(m_text->document());
    cursor.beginEditBlock();
    for (auto it = chosen.crbegin(); it != chosen.crend(); ++it) {
        const ListedProgram& listed = rows.at(*it).listed;
        const bool again = it != chosen.crbegin() && rows.at(*(it - 1)).listed.line == listed.line;
        cursor.setPosition(static_cast<int>(listed.start));
        if (kept.value(listed.line) > 0) {
            cursor.setPosition(static_cast<int>(listed.start + listed.typed.size()), QTextCursor::KeepAnchor);
        } else if (!again) {
            cursor.movePosition(QTextCursor::StartOfBlock);
            if (!cursor.movePosition(QTextCursor::NextBlock, QTextCursor::KeepAnchor))
                cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        }
        cursor.removeSelectedText();
    }
    cursor.endEditBlock();
    const int next = qMin(chosen.first(), m_review->topLevelItemCount() - 1);
    if (next >= 0)
        m_review->setCurrentItem(m_review->topLevelItem(next));
}

void PasteProgramsPage::focusFirst()
{
    if (m_rows.isEmpty()) {
        m_text->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_review->setCurrentItem(m_review->topLevelItem(0));
    m_review->setFocus(Qt::OtherFocusReason);
}

void PasteProgramsPage::setText(const QString& text)
{
    m_text->setPlainText(text);
}

void PasteProgramsPage::pasteText(const QString& text)
{
    const ProgramList list = readProgramList(text, [this](const QString& words) { return known(words); });
    const bool names = std::any_of(list.programs.begin(), list.programs.end(),
        [](const ListedProgram& one) { return one.certainty() == ListedProgram::Certainty::Sure; });
    if (!names)
        return;
    const QString before = m_text->toPlainText();
    if (before.isEmpty())
        m_offered.clear();
    QSet<QString> there = m_offered;
    for (const Row& row : std::as_const(m_rows))
        there.insert(programKey(row.listed.name));
    QSet<QString> pasted;
    for (const ListedProgram& one : list.programs)
        pasted.insert(programKey(one.name));
    m_offered += pasted;
    if (there.contains(pasted))
        return;
    // What was taken out before stays out.
    for (const Row& row : std::as_const(m_rows))
        there.remove(programKey(row.listed.name));
    for (const QString& key : std::as_const(there))
        m_ticks.insert(key, false);
    m_text->moveCursor(QTextCursor::End);
    m_text->insertPlainText(before.isEmpty() || before.endsWith(u'\n') ? text : u'\n' + text);
}

void PasteProgramsPage::load(const PastedPrograms& pasted)
{
    quietly([&] {
        m_ticks = pasted.ticks;
        m_offered = pasted.offered;
        m_text->setPlainText(pasted.text);
        m_setting->setCurrentIndex(qMax(0, m_setting->findData(pasted.setting.value)));
        review();
    });
}

void PasteProgramsPage::save(PastedPrograms& pasted) const
{
    pasted.text = m_text->toPlainText();
    pasted.ticks = m_ticks;
    pasted.offered = pasted.text.isEmpty() ? QSet<QString>() : m_offered;
    pasted.programs.clear();
    for (const Row& row : m_rows) {
        if (row.ticked)
            pasted.programs.append(row.name);
    }
    pasted.setting = setting();
}

QList<FieldProblem> PasteProgramsPage::problems() const
{
    if (ticked() > 0)
        return {};
    if (m_text->document()->isEmpty())
        return {{m_text, tr("Type or paste at least one program name, for example msmsgs.")}};
    const bool canBe = std::any_of(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.canBeTicked(); });
    return {{m_text,
        canBe ? tr("Nothing is ticked below. Tick the programs to add.")
              : tr("Nothing here would change. Name a program that has no such setting yet.")}};
}

} // namespace sallyport
