// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/sessionsorder.h"

#include "models/items/nameorder.h"
#include "models/items/sessionbooks.h"
#include "models/items/sessionsmodel.h"

#include <algorithm>
#include <bit>
#include <compare>
#include <unordered_map>

namespace sallyport
{

namespace
{

constexpr quint64 topBit = quint64(1) << 63;

// Keeps the order of the numbers among unsigned ones.
quint64 ordered(qint64 value)
{
    return static_cast<quint64>(value) ^ topBit;
}

quint64 ordered(double value)
{
    const auto bits = std::bit_cast<quint64>(value);
    return bits & topBit ? ~bits : bits | topBit;
}

// What the column shows; null for numbers.
HeldText SessionNode::*textOf(int column)
{
    switch (static_cast<SessionsModel::Column>(column)) {
    case SessionsModel::User:
        return &SessionNode::user;
    case SessionsModel::Computer:
        return &SessionNode::computer;
    case SessionsModel::Program:
        return &SessionNode::program;
    default:
        return nullptr;
    }
}

struct Key {
    quint64 high = 0;
    quint64 low = 0;
    auto operator<=>(const Key&) const = default;
};

Key addressKey(const IpAddress& address)
{
    Key key;
    for (std::size_t i = 0; i < 8; ++i) {
        key.high = key.high << 8 | address.bytes()[i];
        key.low = key.low << 8 | address.bytes()[i + 8];
    }
    return key;
}

Key numberKey(const SessionNode& node, int column)
{
    switch (static_cast<SessionsModel::Column>(column)) {
    case SessionsModel::Type:
        return {static_cast<quint64>(node.session.type), 0};
    case SessionsModel::Client:
        return addressKey(node.session.client);
    case SessionsModel::Connections:
        return {ordered(static_cast<qint64>(node.live)), 0};
    case SessionsModel::Sent:
        return {node.sent, 0};
    case SessionsModel::Received:
        return {node.received, 0};
    case SessionsModel::SendRate:
        return {ordered(node.sendRate), 0};
    case SessionsModel::ReceiveRate:
        return {ordered(node.receiveRate), 0};
    default:
        return {ordered(static_cast<qint64>(node.session.activated.time_since_epoch().count())), 0};
    }
}

struct Entry {
    Key key;
    SessionId id = 0;
    SessionNode* node = nullptr;
};

// The place of each text among all different ones; names that compare alike share theirs.
void setTextKeys(std::vector<Entry>& entries, HeldText SessionNode::*text)
{
    std::unordered_map<std::uint32_t, quint64> numbers; // by place in the pool
    std::vector<std::pair<QCollatorSortKey, quint64>> texts; // with the number each was given
    for (Entry& entry : entries) {
        const HeldText& held = entry.node->*text;
        const auto [found, isNew] = numbers.try_emplace(held.place, texts.size());
        entry.key.high = found->second;
        if (isNew)
            texts.emplace_back(nameCollator().sortKey(held->folded), texts.size());
    }
    std::sort(texts.begin(), texts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<quint64> places(texts.size());
    quint64 place = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        place += i > 0 && texts[i - 1].first.compare(texts[i].first) != 0 ? 1 : 0;
        places[texts[i].second] = place;
    }
    for (Entry& entry : entries)
        entry.key.high = places[entry.key.high];
}

} // namespace

bool SessionsOrder::before(const SessionNode* a, const SessionNode* b) const
{
    const auto text = textOf(column);
    std::strong_ordering result = std::strong_ordering::equal;
    if (text) {
        if (!(a->*text == b->*text))
            result = nameCollator().compare((a->*text)->folded, (b->*text)->folded) <=> 0;
    } else {
        result = numberKey(*a, column) <=> numberKey(*b, column);
    }
    if (result == std::strong_ordering::equal)
        return a->session.id < b->session.id;
    return direction == Qt::AscendingOrder ? result < 0 : result > 0;
}

void SessionsOrder::sort(std::vector<SessionNode*>& rows) const
{
    std::vector<Entry> entries;
    entries.reserve(rows.size());
    const auto text = textOf(column);
    for (SessionNode* node : rows)
        entries.push_back({text ? Key() : numberKey(*node, column), node->session.id, node});
    if (text)
        setTextKeys(entries, text);
    if (direction == Qt::DescendingOrder) {
        for (Entry& entry : entries)
            entry.key = {~entry.key.high, ~entry.key.low};
    }
    const auto less = [](const Entry& a, const Entry& b) { return a.key == b.key ? a.id < b.id : a.key < b.key; };
    // Often it is in order already: a snapshot comes by id, a column is clicked twice.
    if (!std::is_sorted(entries.begin(), entries.end(), less))
        std::sort(entries.begin(), entries.end(), less);
    std::transform(entries.begin(), entries.end(), rows.begin(), [](const Entry& entry) { return entry.node; });
}

} // namespace sallyport
