// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstddef>
#include <optional>

namespace sallyport
{

// One row of a table that gives an enumerator its word in JSON, in files and on command lines.
template <typename E> struct WordOf {
    E value;
    QLatin1StringView word;
};

// The word of a value; empty for a value the table lacks.
template <typename E, std::size_t N> QString wordFor(const std::array<WordOf<E>, N>& table, E value)
{
    for (const WordOf<E>& row : table) {
        if (row.value == value)
            return row.word;
    }
    return {};
}

// The value of a word, compared exactly; an unknown word has none.
template <typename E, std::size_t N> std::optional<E> valueFor(const std::array<WordOf<E>, N>& table, QStringView word)
{
    for (const WordOf<E>& row : table) {
        if (word == row.word)
            return row.value;
    }
    return std::nullopt;
}

} // namespace sallyport
