// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <list>
#include <map>
#include <vector>

namespace sallyport
{

// Guests who wait, by the network they come from (see networkOf()), each network's oldest first. A Guest has the
// members `network`, and `arrival`, by which add() numbers them. What add() gives stays valid until that guest is
// removed.
template <typename Guest> class Crowd
{
public:
    using Guests = std::list<Guest>;
    using Place = typename Guests::iterator;

    Place add(Guest guest)
    {
        Guests& guests = m_networks[guest.network];
        ++m_size;
        guest.arrival = ++m_arrivals;
        return guests.insert(guests.end(), std::move(guest));
    }
    Guest remove(Place place)
    {
        Guest guest = std::move(*place);
        const auto network = m_networks.find(guest.network);
        network->second.erase(place);
        if (network->second.empty())
            m_networks.erase(network);
        --m_size;
        return guest;
    }

    int size() const { return m_size; }
    int sizeOf(const QString& network) const
    {
        const auto found = m_networks.find(network);
        return found == m_networks.end() ? 0 : int(found->second.size());
    }
    // Not empty as long as one of it is here; nullptr when none is.
    Guests* of(const QString& network)
    {
        const auto found = m_networks.find(network);
        return found == m_networks.end() ? nullptr : &found->second;
    }
    // Those of the network that has most of them; of several that have as many the one whose oldest came first, so that
    // no name of a network makes a difference. nullptr when nobody is here.
    Guests* most()
    {
        Guests* most = nullptr;
        for (auto& [network, guests] : m_networks) {
            if (most == nullptr || guests.size() > most->size()
                || (guests.size() == most->size() && guests.front().arrival < most->front().arrival))
                most = &guests;
        }
        return most;
    }
    // Those of each network that has as many as most().
    std::vector<Guests*> allWithMost()
    {
        std::vector<Guests*> all;
        const Guests* const first = most();
        for (auto& [network, guests] : m_networks) {
            if (guests.size() == first->size())
                all.push_back(&guests);
        }
        return all;
    }
    std::map<QString, Guests>& networks() { return m_networks; }

private:
    std::map<QString, Guests> m_networks;
    int m_size = 0;
    std::uint64_t m_arrivals = 0;
};

} // namespace sallyport
