// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/mnemonics.h"

#include <QAction>
#include <QKeySequence>
#include <QMenu>
#include <QSet>

namespace sallyport
{

namespace
{

// Where in the plain text a free letter stands; -1: nowhere.
qsizetype freeLetter(const QString& text, const QSet<QChar>& taken)
{
    for (const bool atStart : {true, false}) {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const bool starts = i == 0 || text.at(i - 1).isSpace();
            if (text.at(i).isLetter() && (starts || !atStart) && !taken.contains(text.at(i).toUpper()))
                return i;
        }
    }
    return -1;
}

} // namespace

void keepMnemonicsApart(const QMenu& menu)
{
    QSet<QChar> taken;
    QList<QAction*> without;
    for (QAction* action : menu.actions()) {
        const QString key = QKeySequence::mnemonic(action->text()).toString(); // "Alt+P"
        const QChar letter = key.isEmpty() ? QChar() : key.back().toUpper();
        if (action->isSeparator() || !action->isVisible())
            continue;
        if (letter.isNull() || taken.contains(letter))
            without.append(action);
        else
            taken.insert(letter);
    }
    for (QAction* action : std::as_const(without)) {
        QString text = action->text();
        text.replace(QStringLiteral("&&"), QStringLiteral("\1")).remove(u'&');
        const qsizetype at = freeLetter(text, taken);
        if (at >= 0) {
            taken.insert(text.at(at).toUpper());
            text.insert(at, u'&');
        }
        text.replace(QStringLiteral("\1"), QStringLiteral("&&"));
        if (text != action->text())
            action->setText(text);
    }
}

} // namespace sallyport
