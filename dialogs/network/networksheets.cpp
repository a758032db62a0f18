// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/network/networksheets.h"

#include "dialogs/network/localaddressespage.h"
#include "dialogs/network/localdomainspage.h"

namespace sallyport
{

LocalAddressesSheet::LocalAddressesSheet(QWidget* parent)
    : PropertySheet<QList<AddressRange>>(tr("Local Address Table"), parent)
{
    setObjectName(QStringLiteral("localAddressesSheet"));
    addPage(new LocalAddressesPage);
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
}

} // namespace sallyport
