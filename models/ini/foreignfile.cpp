// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/foreignfile.h"

#include "models/ini/iniscanner.h"

#include <array>

namespace sallyport
{

namespace
{

using namespace std::string_view_literals;

struct Beginning {
    std::string_view bytes;
    const char* kind;
};

constexpr std::array binaries{Beginning{"\x1f\x8b"sv, "gzip"}, Beginning{"BZh"sv, "bzip2"},
    Beginning{"\xfd"
              "7zXZ"sv,
        "xz"},
    Beginning{"\x28\xb5\x2f\xfd"sv, "Zstandard"}, Beginning{"7z\xbc\xaf"sv, "7-Zip"}, Beginning{"PK\x03\x04"sv, "ZIP"},
    Beginning{"PK\x05\x06"sv, "ZIP"}, Beginning{"MSCF"sv, "CAB"}, Beginning{"\x89PNG"sv, "PNG"},
    Beginning{"\xff\xd8\xff"sv, "JPEG"}, Beginning{"GIF8"sv, "GIF"}, Beginning{"RIFF"sv, "RIFF"},
    Beginning{"\x7f"
              "ELF"sv,
        "ELF"},
    Beginning{"MZ\x90"sv, "EXE"}, Beginning{"regf"sv, "REGF"}, Beginning{"SQLite format 3"sv, "SQLite"},
    Beginning{"\xd0\xcf\x11\xe0"sv, "OLE"}};

// Without regard to case, behind white space.
constexpr std::array texts{Beginning{"<?xml"sv, "XML"}, Beginning{"<"sv, "HTML"}, Beginning{"HTTP/"sv, "HTTP"},
    Beginning{"%PDF"sv, "PDF"}, Beginning{"%!PS"sv, "PostScript"}, Beginning{"{\\rtf"sv, "RTF"},
    Beginning{"-----BEGIN "sv, "PEM"}, Beginning{"#!/"sv, "#!"}, Beginning{"windows registry editor"sv, "REG"},
    Beginning{"REGEDIT4"sv, "REG"}};

// Two letters and the file's size, which may be anything, come before four bytes of zero.
bool isBitmap(const QByteArray& bytes)
{
    return bytes.size() >= 10 && bytes.startsWith("BM")
        && QByteArrayView(bytes).sliced(6, 4) == QByteArrayView("\0\0\0\0", 4);
}

constexpr QLatin1StringView scriptFunction("FindProxyForURL");

QLatin1StringView latin1(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

QString foreignKind(const QByteArray& bytes)
{
    for (const Beginning& one : binaries) {
        if (bytes.startsWith(QByteArrayView(one.bytes.data(), static_cast<qsizetype>(one.bytes.size()))))
            return QLatin1StringView(one.kind);
    }
    if (isBitmap(bytes))
        return QStringLiteral("BMP");
    const Result<IniText> decoded = decodeIni(bytes);
    const QString text = decoded ? decoded->text : QString::fromLatin1(bytes);
    const QStringView start = QStringView(text).trimmed();
    for (const Beginning& one : texts) {
        if (start.startsWith(latin1(one.bytes), Qt::CaseInsensitive))
            return QLatin1StringView(one.kind);
    }
    // A page may begin with any text; what begins as our files do, or has a section before the tags, is one of them.
    const bool ours = !start.isEmpty() && QStringView(u"[{;#").contains(start.front());
    const qsizetype section = ours ? 0 : start.indexOf(u"\n[");
    const QStringView before = section < 0 ? start : start.first(section);
    for (const char* tag : {"<html", "<!doctype html", "<head>", "<body", "<script"}) {
        if (before.contains(QLatin1StringView(tag), Qt::CaseInsensitive))
            return QStringLiteral("HTML");
    }
    const bool script = start.startsWith(QLatin1StringView("function")) || start.startsWith(QLatin1StringView("var "))
        || start.startsWith(QLatin1StringView("//")) || start.startsWith(QLatin1StringView("/*"));
    return script && text.contains(scriptFunction) ? QStringLiteral("PAC") : QString();
}

} // namespace sallyport
