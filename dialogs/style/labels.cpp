// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/style/labels.h"

#include "models/base/visibletext.h"

#include <QLabel>

#include <algorithm>

namespace sallyport
{

namespace
{

constexpr qsizetype longestText = 2000;
constexpr qsizetype longestWord = 100;
const QChar ellipsis(0x2026);

QString withoutLongWords(const QString& text)
{
    QString result;
    qsizetype start = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !text.at(i).isSpace())
            continue;
        const QStringView word = QStringView(text).sliced(start, i - start);
        if (word.size() > longestWord) {
            result += word.first(longestWord / 2);
            result += ellipsis;
            result += word.last(longestWord / 2);
        } else {
            result += word;
        }
        if (i < text.size())
            result += text.at(i);
        start = i + 1;
    }
    return result;
}

} // namespace

QLabel* plainLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    return label;
}

QLabel* richLabel(const QString& html, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::RichText);
    label->setText(html);
    return label;
}

QString boundedWords(const QString& text)
{
    const QString words = withoutLongWords(visibleWords(text));
    return words.size() > longestText ? words.first(longestText) + ellipsis : words;
}

void showWords(QLabel& label, const QString& text)
{
    const QString words = visibleWords(text);
    const QString shown = boundedWords(text);
    label.setText(shown);
    label.setWordWrap(true);
    label.setMinimumWidth(1);
    // A tool tip guesses too, so its markup is ours. More of it than this is read nowhere.
    const QString told = words.first(std::min(words.size(), 2 * longestText));
    label.setToolTip(shown == words ? QString() : QStringLiteral("<p>%1</p>").arg(told.toHtmlEscaped()));
}

} // namespace sallyport
