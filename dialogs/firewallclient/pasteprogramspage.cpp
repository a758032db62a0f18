// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/pasteprogramspage.h"

#include "dialogs/firewallclient/programnames.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/lists.h"
#include "dialogs/style/metrics.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSet>
#include <QTreeWidget>

namespace sallyport
{

PasteProgramsPage::PasteProgramsPage(const QList<ApplicationEntry>& entries)
    : ValuePage<PastedPrograms>(QLatin1StringView("pastePrograms"), tr("Programs"))
    , m_entries(entries)
    , m_text(new QPlainTextEdit)
    , m_setting(new QComboBox)
    , m_review(new QTreeWidget)
{
    m_text->setPlaceholderText(tr("One program a line, or separated by commas. Paths and .exe are taken off:\n"
                                  "msmsgs.exe\nC:\\Program Files\\ICQ\\icq.exe\naim, ypager"));
    m_text->setFixedHeight(metrics::rowHeight * 5);
    m_setting->addItem(tr("Disable=1 – take them off the Firewall Client"), QStringLiteral("1"));
    m_setting->addItem(tr("Disable=0 – let them use the Firewall Client"), QStringLiteral("0"));
    addField(tr("&Programs:"), m_text, QLatin1StringView("programs"));
    addField(tr("&Setting:"), m_setting, QLatin1StringView("setting"));
    m_summary = addNote(QString());
    m_summary->setObjectName(QStringLiteral("summary"));
    m_review->setHeaderLabels({tr("Program"), tr("What happens"), tr("Typed")});
    prepareList(m_review);
    m_review->setMinimumHeight(metrics::rowHeight * 7);
    addWide(m_review, QLatin1StringView("review"), tr("What will be added"));
    connect(m_text, &QPlainTextEdit::textChanged, this, &PasteProgramsPage::review);
    connect(m_setting, &QComboBox::currentIndexChanged, this, &PasteProgramsPage::review);
}

ApplicationSetting PasteProgramsPage::setting() const
{
    return {ApplicationKey::Disable, m_setting->currentData().toString()};
}

QList<PasteProgramsPage::Line> PasteProgramsPage::lines() const
{
    QList<Line> result;
    QSet<QString> seen;
    QHash<QString, const ApplicationEntry*> there;
    for (const ApplicationEntry& entry : m_entries)
        there.insert(entry.name.toLower(), &entry);
    for (const QString& typed : splitProgramNames(m_text->toPlainText())) {
        const ProgramName program = cleanProgramName(typed);
        const QString key = program.name.toLower();
        const ApplicationEntry* entry = there.value(key);
        Fate fate = Fate::Added;
        if (!program.valid || program.name == anyProgramName)
            fate = Fate::Nonsense;
        else if (seen.contains(key))
            fate = Fate::Doubled;
        else if (entry && entry->value(setting().key) == setting().value)
            fate = Fate::There;
        else if (entry)
            fate = Fate::Changed;
        seen.insert(key);
        result.append({typed, entry ? entry->name : program.name, fate});
    }
    return result;
}

QString PasteProgramsPage::fateText(Fate fate)
{
    switch (fate) {
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

void PasteProgramsPage::review()
{
    static const QHash<Fate, Tone> tones{{Fate::Added, Tone::Confirmed}, {Fate::Changed, Tone::Confirmed},
        {Fate::There, Tone::Quiet}, {Fate::Doubled, Tone::Quiet}, {Fate::Nonsense, Tone::Refused}};
    QList<QTreeWidgetItem*> items;
    int effective = 0;
    int wrong = 0;
    const QList<Line> found = lines();
    for (const Line& line : found) {
        auto* item = new QTreeWidgetItem(
            {line.fate == Fate::Nonsense ? QString() : line.name, fateText(line.fate), line.typed});
        item->setIcon(1, toneIcon(tones.value(line.fate)));
        items.append(item);
        effective += line.fate == Fate::Added || line.fate == Fate::Changed;
        wrong += line.fate == Fate::Nonsense;
    }
    m_review->clear();
    m_review->addTopLevelItems(items);
    m_review->resizeColumnToContents(0);
    m_review->resizeColumnToContents(1);
    QString summary = found.isEmpty() ? QString() : tr("%n program(s) will be set.", nullptr, effective);
    if (wrong > 0)
        summary += QLatin1Char(' ') + tr("%n piece(s) can't be program names.", nullptr, wrong);
    m_summary->setText(summary);
}

void PasteProgramsPage::setText(const QString& text)
{
    m_text->setPlainText(text);
}

void PasteProgramsPage::load(const PastedPrograms& pasted)
{
    quietly([&] {
        m_text->setPlainText(pasted.programs.join(QLatin1Char('\n')));
        m_setting->setCurrentIndex(qMax(0, m_setting->findData(pasted.setting.value)));
        review();
    });
}

void PasteProgramsPage::save(PastedPrograms& pasted) const
{
    pasted.programs.clear();
    for (const Line& line : lines()) {
        if (line.fate == Fate::Added || line.fate == Fate::Changed)
            pasted.programs.append(line.name);
    }
    pasted.setting = setting();
}

QList<FieldProblem> PasteProgramsPage::problems() const
{
    PastedPrograms pasted;
    save(pasted);
    if (pasted.programs.isEmpty()) {
        return {{m_text,
            m_text->document()->isEmpty()
                ? tr("Type or paste at least one program name, for example msmsgs.")
                : tr("Nothing here would change. Name a program that has no such setting yet.")}};
    }
    return {};
}

} // namespace sallyport
