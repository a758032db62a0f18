// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/programname.h"

#include "models/base/visibletext.h"

#include <algorithm>
#include <array>

namespace sallyport
{

namespace
{

template <typename Char> using View = std::basic_string_view<Char>;

// Of one length.
constexpr std::array<std::string_view, 6> endings{".exe", ".com", ".bat", ".cmd", ".scr", ".pif"};

// Of ASCII alone: every other space is an invisible character.
template <typename Char> bool isSpace(Char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

template <typename Char> bool isSlash(Char c)
{
    return c == '/' || c == '\\';
}

template <typename Char> bool isQuote(Char c)
{
    return c == '"' || c == '\'';
}

template <typename Char> Char lower(Char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<Char>(c - 'A' + 'a') : c;
}

template <typename Char> View<Char> unquoted(View<Char> text)
{
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    if (text.empty() || !isQuote(text.front()))
        return text;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == text.front() && (i + 1 == text.size() || isSpace(text[i + 1])))
            return text.substr(1, i - 1); // arguments follow
    }
    return text;
}

template <typename Char> void dropTail(View<Char>& name)
{
    // Windows takes "msmsgs.exe. " for "msmsgs.exe".
    while (!name.empty() && (name.back() == '.' || isSpace(name.back()) || isQuote(name.back())))
        name.remove_suffix(1);
}

template <typename Char> bool endsWith(View<Char> name, std::string_view ending)
{
    return name.size() > ending.size()
        && std::equal(ending.begin(), ending.end(), name.end() - static_cast<std::ptrdiff_t>(ending.size()),
            [](char wanted, Char c) { return lower(c) == static_cast<Char>(wanted); });
}

template <typename Char> bool isExecutable(View<Char> name)
{
    return std::any_of(endings.begin(), endings.end(), [name](std::string_view one) { return endsWith(name, one); });
}

// What stands behind folder and drive, up to a colon: the rest is the name of a stream of that file.
template <typename Char> View<Char> fileName(View<Char> program)
{
    View<Char> name = unquoted(program);
    // "msmsgs.exe\." is that file, and "C:\MSN\" none.
    View<Char> file = name;
    dropTail(file);
    while (!file.empty() && isSlash(file.back())) {
        file.remove_suffix(1);
        dropTail(file);
    }
    if (isExecutable(file))
        name = file;
    std::size_t folder = name.size();
    while (folder > 0 && !isSlash(name[folder - 1]))
        --folder;
    const bool prefix = folder == 4 && isSlash(name[0]) && (name[2] == '?' || name[2] == '.'); // \\?\ \??\ \\.\ .
    name.remove_prefix(folder);
    const bool drive = name.size() > 1 && name[1] == ':' && lower(name[0]) >= 'a' && lower(name[0]) <= 'z';
    if (drive && (folder == 0 || prefix))
        name.remove_prefix(2);
    return name.substr(0, name.find(Char(':')));
}

template <typename Char> View<Char> stem(View<Char> name)
{
    while (!name.empty() && (isSpace(name.front()) || isQuote(name.front())))
        name.remove_prefix(1);
    dropTail(name);
    // However many: what is left of a name is its own name.
    while (isExecutable(name)) {
        name.remove_suffix(endings.front().size());
        dropTail(name);
    }
    return name;
}

View<char16_t> viewOf(const QString& text)
{
    return {reinterpret_cast<const char16_t*>(text.utf16()), static_cast<std::size_t>(text.size())};
}

QString textOf(View<char16_t> view)
{
    return QString::fromUtf16(view.data(), static_cast<qsizetype>(view.size()));
}

} // namespace

QString programName(QStringView program)
{
    const QString visible = withoutInvisible(program);
    QString name = textOf(fileName(viewOf(visible)));
    name.remove(u'"'); // no file name of Windows holds one, and a shell takes them off
    return textOf(stem(viewOf(name)));
}

QString programKey(QStringView program)
{
    return programName(program)
        .normalized(QString::NormalizationForm_D)
        .toCaseFolded()
        .normalized(QString::NormalizationForm_C);
}

QStringList namesBeforeArguments(QStringView program)
{
    QStringList names;
    for (qsizetype i = 1; i < program.size() && names.size() <= mostNamesBeforeArguments; ++i) {
        const bool blank = program[i].isSpace();
        if ((!blank && program[i] != u'/') || program[i - 1].isSpace())
            continue;
        const QStringView behind = program.sliced(i).trimmed();
        const QString before = withoutInvisible(program.first(i));
        View<char16_t> file = viewOf(before);
        dropTail(file);
        if ((blank && (behind.startsWith(u'/') || behind.startsWith(u'-'))) || isExecutable(file))
            names.append(before);
    }
    return names;
}

std::optional<std::string_view> asciiProgramKey(std::string_view program, std::span<char> buffer)
{
    const auto plain = [](char c) { return c >= ' ' && c < '\x7f' && c != '<'; };
    if (!std::all_of(program.begin(), program.end(), plain))
        return std::nullopt;
    const std::string_view name = stem(fileName(program));
    if (name.size() > buffer.size() || name.find('"') != std::string_view::npos)
        return std::nullopt;
    std::transform(name.begin(), name.end(), buffer.begin(), lower<char>);
    return std::string_view(buffer.data(), name.size());
}

} // namespace sallyport
