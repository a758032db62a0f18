// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/network/networksheets.h"

#include "dialogs/network/localaddressespage.h"
#include "dialogs/network/localdomainspage.h"
#include "dialogs/style/metrics.h"

namespace sallyport
{

namespace
{

// Room for the list of wrong lines, which then comes without anything going out of sight.
constexpr int rowsHigh = 22;

} // namespace

LocalAddressesSheet::LocalAddressesSheet(QWidget* parent)
    : PropertySheet<QList<AddressRange>>(tr("Local Address Table"), parent)
{
    setObjectName(QStringLiteral("localAddressesSheet"));
    addPage(new LocalAddressesPage);
    setPreferredHeight(metrics::rowHeight * rowsHigh);
}

void LocalAddressesSheet::importLat(const QByteArray& bytes)
{
    findChild<LocalAddressesPage*>()->importLat(bytes);
}

LocalDomainsSheet::LocalDomainsSheet(QWidget* parent)
    : PropertySheet<QStringList>(tr("Local Domain Table"), parent)
{
    setObjectName(QStringLiteral("localDomainsSheet"));
    addPage(new LocalDomainsPage);
    setPreferredHeight(metrics::rowHeight * rowsHigh);
}

} // namespace sallyport
