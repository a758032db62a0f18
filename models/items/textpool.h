// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <array>
#include <cstdint>
#include <deque>
#include <vector>

namespace sallyport
{

// A text that many rows hold, kept once.
struct PooledText {
    QString text;
    QString folded; // as Filter::folded() makes it
};

// How a row holds one. Where the pool has it is here as well, since a look at the text itself is a wait for memory.
struct HeldText {
    const PooledText* pooled = nullptr;
    std::uint32_t place = 0;

    const PooledText* operator->() const { return pooled; }
    bool operator==(const HeldText&) const = default;
};

// Who asks tests: their verdicts are kept apart, since each asks the same one time and again.
enum class Asker { List, Groups };

// What a test has found in a text of the pool: which of its first terms were asked and which of those fit, one bit a
// term.
struct TextVerdict {
    static constexpr std::size_t mostTerms = 16;
    std::uint32_t test = 0;
    std::uint16_t asked = 0;
    std::uint16_t fits = 0;
};

// The texts of many rows, each for as long as a row holds it, and beside it a verdict for each of those who ask much of
// all rows. Belongs to one thread.
class TextPool
{
public:
    // Makes it hold this text instead of what it held, and the text share its letters with its equals.
    void hold(HeldText& held, QString& text);
    void release(HeldText& held);
    qsizetype size() const { return m_known.size(); }

    // Empty for a text that is new.
    TextVerdict& verdict(const HeldText& held, Asker asker = Asker::List) const
    {
        return m_verdicts[static_cast<std::size_t>(asker)][held.place];
    }

private:
    struct Known {
        std::uint32_t place = 0;
        std::uint32_t holders = 0;
    };

    QHash<QString, Known> m_known;
    std::deque<PooledText> m_texts; // by place; they stay where they are
    mutable std::array<std::vector<TextVerdict>, 2> m_verdicts; // of each asker, by place, close together
    std::vector<std::uint32_t> m_free; // places
};

} // namespace sallyport
