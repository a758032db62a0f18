// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <string>
#include <string_view>

namespace sallyport
{

// How text that somebody else sent gets onto a screen or into a text log: whatever shows nothing of itself, or changes
// how its neighbours are shown, stands there as "<U+202E>". Look-alikes are not touched: they are other characters.

// Controls, format characters (bidirectional marks, zero-width ones, byte order mark, soft hyphen, tags), variation
// selectors and fillers, every space but the plain one, line separators, unpaired surrogates, characters without a
// meaning (private or unassigned).
bool isInvisible(char32_t c);

// The text with invisible characters written out, but those in `kept`; the text itself when it has none.
QString visibleText(const QString& text, QStringView kept = {});
// A text of ours that names what others sent: line ends and the spaces that a locale puts into numbers stay. What a
// name holds of these is to be written out before it goes into the text.
QString visibleWords(const QString& text);
// The same of rich text, whose markup stays and whose line ends do not.
QString visibleHtml(const QString& html);
// What a peer sent as bytes, to be kept as text: those that are not UTF-8 become %XX, so that two names in an old code
// page stay two names, and have the same spelling in sessions, filters and logs.
std::string asUtf8(std::string_view bytes);
// The same as a QString, with a byte order mark left where it is: without it two names would be one again.
QString peerText(std::string_view bytes);
// Appends UTF-8 text as visibleText() shows it. Bytes that are not UTF-8 become %XX.
void appendVisible(std::string& out, std::string_view utf8);
// JSON that means the same, with invisible characters as \uXXXX.
QByteArray visibleJson(const QByteArray& json);

// What a message quotes of a text: the text, or its beginning and "…", so that visibleText() of it has `most`
// characters before that.
inline constexpr qsizetype excerptLength = 80;
QString excerpt(const QString& text, qsizetype most = excerptLength);

// The text without its invisible characters, be they there themselves or written out by visibleText().
QString withoutInvisible(QStringView text);

} // namespace sallyport
