// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/policyplaces.h"

#include <array>

namespace sallyport
{

NodeKind placeOfPath(const QString& path)
{
    struct Row {
        QLatin1StringView begin;
        NodeKind place;
    };
    // The first that fits.
    static constexpr std::array rows{
        Row{QLatin1StringView("client.webProxy"), NodeKind::WebBrowser},
        Row{QLatin1StringView("client.setBrowsers"), NodeKind::WebBrowser},
        Row{QLatin1StringView("client.configurationUrl"), NodeKind::WebBrowser},
        Row{QLatin1StringView("client."), NodeKind::FirewallClient},
        Row{QLatin1StringView("filters."), NodeKind::ApplicationFilters},
        Row{QLatin1StringView("localAddresses"), NodeKind::LocalAddressTable},
        Row{QLatin1StringView("localDomains"), NodeKind::LocalDomainTable},
    };
    for (const Row& row : rows) {
        if (path.startsWith(row.begin))
            return row.place;
    }
    return NodeKind::Server;
}

} // namespace sallyport
