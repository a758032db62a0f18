// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/style/labels.h"

#include "models/base/visibletext.h"

#include <QLabel>
#include <QStringList>
#include <QTextDocument>

#include <algorithm>

namespace sallyport
{

namespace
{

constexpr qsizetype longestText = 2000;
constexpr qsizetype longestWord = 100;
constexpr qsizetype longestTipLine = 80; // longer ones are broken into several
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
    // More of it than this is read nowhere.
    label.setToolTip(shown == words ? QString() : plainTip(words.first(std::min(words.size(), 2 * longestText))));
}

QString plainTip(const QString& text)
{
    const QString words = visibleWords(text);
    const QStringList lines = words.split(u'\n');
    const bool isLong
        = std::any_of(lines.cbegin(), lines.cend(), [](const QString& line) { return line.size() > longestTipLine; });
    if (!isLong && !Qt::mightBeRichText(words))
        return words;
    return QStringLiteral("<p style=\"white-space: pre-wrap\">%1</p>").arg(words.toHtmlEscaped());
}

} // namespace sallyport
