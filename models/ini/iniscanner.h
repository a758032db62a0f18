// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>

namespace sallyport
{

// How the bytes of an ini file stand for text. Plain ASCII counts as Latin-1.
enum class IniEncoding { Latin1, Utf8, Utf8WithBom, Utf16Le, Utf16Be };

struct IniText {
    QString text;
    IniEncoding encoding = IniEncoding::Latin1;
};

// Files larger than this are refused by every reader of this folder, bytes.
inline constexpr qsizetype maximumIniSize = 16 * 1024 * 1024;

// UTF-16 is told by its byte order mark, or by a NUL in every other of the first bytes. Syntax when there are other NUL
// bytes, LimitExceeded over maximumIniSize.
Result<IniText> decodeIni(const QByteArray& bytes);
// The bytes that decodeIni() turns back into `text`. Latin-1 text that does not fit, or whose bytes would be taken for
// UTF-8, is written as UTF-8 with a byte order mark instead: nothing is lost.
QByteArray encodeIni(const QString& text, IniEncoding encoding);

// Whether ISO 8859-1 has all its characters.
bool fitsLatin1(QStringView text);

enum class IniLineKind {
    Blank, // also the end mark (Ctrl+Z) of old editors
    Comment, // first character ';'
    Section, // "[name]", perhaps followed by a comment or other text
    BrokenSection, // begins with '[' but has no name or no end
    Setting, // "key=value"
    Keyless, // anything else
};

// One line, as views into the scanned text. Key, value and section name are without the white space around them.
struct IniLine {
    IniLineKind kind = IniLineKind::Blank;
    int number = 0; // 1-based
    QStringView text; // without its line end
    QStringView ending; // "\r\n", "\n", "\r", or empty on the last line
    QStringView name; // section name or key
    QStringView value;
    QStringView stray; // what stands behind a section's name and is no comment
};

// Reads ini text line by line. Lines end with LF, CRLF or a CR alone; a section name ends at the first ']' that only
// white space or a comment follows, so that names may hold brackets themselves, else at the last ']', as Windows has
// it. Values are as written: see inivalues.h.
class IniScanner
{
public:
    explicit IniScanner(QStringView text)
        : m_text(text)
    {
    }
    bool next(IniLine& line);

private:
    QStringView m_text;
    qsizetype m_position = 0;
    int m_number = 0;
};

// Kind, name and value of one line without its line end.
IniLine scanIniLine(QStringView text);

// What section and key names are compared by.
QString iniFolded(QAnyStringView name);
bool sameIniName(QAnyStringView a, QAnyStringView b);

// Text that can stand in a line: control characters, which would begin another line, become spaces.
QString iniSafe(const QString& text);

} // namespace sallyport
