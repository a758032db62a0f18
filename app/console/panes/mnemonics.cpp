// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/mnemonics.h"

#include "dialogs/style/mnemonic.h"

#include <QAction>
#include <QHash>
#include <QMenu>
#include <QSet>

namespace sallyport
{

namespace
{

QString escaped(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

struct Entry {
    QAction* action;
    QString text; // as it is shown
    QList<qsizetype> places; // of the letters it may have, the preferred first
};

Entry entryOf(QAction* action)
{
    const ShownText shown = shownText(action->text());
    Entry entry{action, shown.text, {}};
    if (shown.mnemonic >= 0)
        entry.places.append(shown.mnemonic);
    for (const bool atStart : {true, false}) {
        for (qsizetype i = 0; i < entry.text.size(); ++i) {
            const bool starts = i == 0 || entry.text.at(i - 1).isSpace();
            if (entry.text.at(i).isLetter() && starts == atStart)
                entry.places.append(i);
        }
    }
    return entry;
}

// Which entry has a letter, and where.
using Taken = QHash<QChar, std::pair<qsizetype, qsizetype>>;

// Finds the entry a letter, moving those that have one to another where that helps.
bool place(const QList<Entry>& entries, qsizetype index, Taken& taken, QSet<QChar>& tried)
{
    const Entry& entry = entries.at(index);
    for (const qsizetype at : entry.places) {
        const QChar letter = entry.text.at(at).toUpper();
        if (!taken.contains(letter)) {
            taken.insert(letter, {index, at});
            return true;
        }
    }
    for (const qsizetype at : entry.places) {
        const QChar letter = entry.text.at(at).toUpper();
        if (tried.contains(letter))
            continue;
        tried.insert(letter);
        if (place(entries, taken.value(letter).first, taken, tried)) {
            taken.insert(letter, {index, at});
            return true;
        }
    }
    return false;
}

} // namespace

void keepMnemonicsApart(const QMenu& menu)
{
    QList<Entry> entries;
    for (QAction* action : menu.actions()) {
        if (!action->isSeparator() && action->isVisible())
            entries.append(entryOf(action));
    }
    Taken taken;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        QSet<QChar> tried;
        place(entries, i, taken, tried);
    }
    for (const auto& [index, at] : std::as_const(taken)) {
        const Entry& entry = entries.at(index);
        const QString text = escaped(entry.text.left(at)) + u'&' + escaped(entry.text.sliced(at));
        if (text != entry.action->text())
            entry.action->setText(text);
    }
}

} // namespace sallyport
