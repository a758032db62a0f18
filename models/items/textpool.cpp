// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/textpool.h"

#include "models/policy/filter.h"

namespace sallyport
{

void TextPool::hold(HeldText& held, QString& text)
{
    if (held.pooled && held->text == text) {
        text = held->text;
        return;
    }
    release(held);
    auto known = m_known.find(text);
    if (known == m_known.end()) {
        if (m_free.empty()) {
            m_free.push_back(static_cast<std::uint32_t>(m_texts.size()));
            m_texts.emplace_back();
            for (std::vector<TextVerdict>& verdicts : m_verdicts)
                verdicts.emplace_back();
        }
        const std::uint32_t place = m_free.back();
        m_free.pop_back();
        m_texts[place] = {text, Filter::folded(text)};
        for (std::vector<TextVerdict>& verdicts : m_verdicts)
            verdicts[place] = {};
        known = m_known.insert(text, {place, 0});
    }
    ++known->holders;
    text = known.key();
    held = {&m_texts[known->place], known->place};
}

void TextPool::release(HeldText& held)
{
    if (!held.pooled)
        return;
    const auto known = m_known.find(held->text);
    if (--known->holders == 0) {
        m_known.erase(known);
        m_texts[held.place] = {};
        m_free.push_back(held.place);
    }
    held = {};
}

} // namespace sallyport
