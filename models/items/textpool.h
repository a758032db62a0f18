// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <unordered_map>

namespace sallyport
{

// A text that many rows hold: kept once and, whatever is asked of each row, looked at once.
struct PooledText {
    // What SessionBooks::Test found in it last: of which test, which of its terms have been asked, and which of those
    // fit. One bit a term.
    mutable std::uint64_t test = 0;
    mutable std::uint64_t asked = 0;
    mutable std::uint64_t fits = 0;
    QString text;
    QString folded; // as Filter::folded() makes it
    std::size_t holders = 0;
};

// The texts of many rows, for as long as one of them holds them. Belongs to one thread.
class TextPool
{
public:
    void reserve(std::size_t texts) { m_texts.reserve(texts); }
    // Makes the place hold the text instead of what it held; null: nothing.
    void hold(const PooledText*& place, const QString& text);
    void release(const PooledText*& place);
    std::size_t size() const { return m_texts.size(); }

private:
    std::unordered_map<QString, PooledText> m_texts; // entries stay where they are
};

} // namespace sallyport
