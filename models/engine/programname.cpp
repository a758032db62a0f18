// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/programname.h"

#include <algorithm>
#include <array>

namespace sallyport
{

namespace
{

// What QChar::isSpace() holds for, within ASCII.
bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

void dropTail(std::string_view& name)
{
    while (!name.empty() && (name.back() == '.' || isSpace(name.back())))
        name.remove_suffix(1);
}

} // namespace

std::optional<std::string_view> asciiProgramKey(std::string_view program, std::span<char> buffer)
{
    static constexpr std::array<std::string_view, 6> endings{".exe", ".com", ".bat", ".cmd", ".scr", ".pif"};

    if (std::any_of(program.begin(), program.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
        return std::nullopt;
    const std::size_t slash = program.find_last_of("/\\");
    if (slash != std::string_view::npos)
        program.remove_prefix(slash + 1);
    while (!program.empty() && isSpace(program.front()))
        program.remove_prefix(1);
    dropTail(program);
    if (program.size() > buffer.size())
        return std::nullopt;
    std::transform(program.begin(), program.end(), buffer.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    std::string_view key(buffer.data(), program.size());
    for (const std::string_view ending : endings) {
        if (key.size() > ending.size() && key.ends_with(ending)) {
            key.remove_suffix(ending.size());
            dropTail(key);
            break;
        }
    }
    return key;
}

} // namespace sallyport
