// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/textpool.h"

#include "models/policy/filter.h"

namespace sallyport
{

void TextPool::hold(const PooledText*& place, const QString& text)
{
    if (place && place->text == text)
        return;
    release(place);
    const auto [found, isNew] = m_texts.try_emplace(text);
    PooledText& pooled = found->second;
    if (isNew) {
        pooled.text = text;
        pooled.folded = Filter::folded(text);
    }
    ++pooled.holders;
    place = &pooled;
}

void TextPool::release(const PooledText*& place)
{
    if (!place)
        return;
    const auto found = m_texts.find(place->text);
    if (--found->second.holders == 0)
        m_texts.erase(found);
    place = nullptr;
}

} // namespace sallyport
