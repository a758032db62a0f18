// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/sessionsorder.h"

#include "models/items/nameorder.h"
#include "models/items/sessionbooks.h"
#include "models/items/sessionsmodel.h"

#include <QHash>

#include <algorithm>
#include <bit>
#include <compare>

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

// Which of SessionNode's case-folded fields the column shows; -1 for numbers.
int foldedField(int column)
{
    switch (static_cast<SessionsModel::Column>(column)) {
    case SessionsModel::User:
        return 1;
    case SessionsModel::Computer:
        return 2;
    case SessionsModel::Program:
        return 4;
    default:
        return -1;
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
void setTextKeys(std::vector<Entry>& entries, std::size_t field)
{
    QHash<QStringView, quint64> numbers;
    std::vector<std::pair<QCollatorSortKey, quint64>> texts; // with the number each was given
    for (Entry& entry : entries) {
        const QStringView text = entry.node->foldedField(field);
        const auto found = numbers.constFind(text);
        entry.key.high = found != numbers.cend() ? *found : texts.size();
        if (found != numbers.cend())
            continue;
        numbers.insert(text, texts.size());
        texts.emplace_back(nameCollator().sortKey(text.toString()), texts.size());
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
    const int field = foldedField(column);
    std::strong_ordering result = std::strong_ordering::equal;
    if (field >= 0) {
        const auto place = static_cast<std::size_t>(field);
        result = nameCollator().compare(a->foldedField(place), b->foldedField(place)) <=> 0;
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
    const int field = foldedField(column);
    for (SessionNode* node : rows)
        entries.push_back({field < 0 ? numberKey(*node, column) : Key(), node->session.id, node});
    if (field >= 0)
        setTextKeys(entries, static_cast<std::size_t>(field));
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
