// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QList>
#include <QString>

namespace sallyport
{

// first <= last, both 0-65535. Port 0 ("any") only as {0, 0}.
struct PortRange {
    int first = 0;
    int last = 0;

    bool operator==(const PortRange&) const = default;
};

// Reads "7000-7022, 7100": sorted, overlapping ranges made one. Errors have no subject; their detail names the item.
Result<QList<PortRange>> parsePortList(QStringView text);
QString portListText(const QList<PortRange>& ranges);
// A port that both lists hold, if there is one. Lists as parsePortList() gives them.
std::optional<int> commonPort(const QList<PortRange>& a, const QList<PortRange>& b);

// Decimal digits only, 0-65535.
std::optional<int> parsePort(QStringView text);

} // namespace sallyport
