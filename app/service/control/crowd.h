// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <list>
#include <map>

namespace sallyport
{

// Guests who wait, by the network they come from (see networkOf()), each network's oldest first. A Guest has a member
// `network`. What add() gives stays valid until that guest is removed.
template <typename Guest> class Crowd
{
public:
    using Guests = std::list<Guest>;
    using Place = typename Guests::iterator;

    Place add(Guest guest)
    {
        Guests& guests = m_networks[guest.network];
        ++m_size;
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
    // Those of the network that has most of them; nullptr when nobody is here.
    Guests* most()
    {
        Guests* most = nullptr;
        for (auto& [network, guests] : m_networks) {
            if (most == nullptr || guests.size() > most->size())
                most = &guests;
        }
        return most;
    }
    std::map<QString, Guests>& networks() { return m_networks; }

private:
    std::map<QString, Guests> m_networks;
    int m_size = 0;
};

} // namespace sallyport
