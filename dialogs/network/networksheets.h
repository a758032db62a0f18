// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/sheet/propertysheet.h"
#include "models/base/ipaddress.h"

#include <QStringList>

namespace sallyport
{

// Local Address Table: what is inside and never goes through the server. Edited as lines, so that hundreds of ranges
// can be pasted; takes msplat.txt and locallat.txt.
class LocalAddressesSheet final : public PropertySheet<QList<AddressRange>>
{
    Q_OBJECT

public:
    explicit LocalAddressesSheet(QWidget* parent = nullptr);

    // Adds the ranges of an msplat.txt to what stands in the field, as its Import button does.
    void importLat(const QByteArray& bytes);
};

// Local Domain Table: the names that are inside.
class LocalDomainsSheet final : public PropertySheet<QStringList>
{
    Q_OBJECT

public:
    explicit LocalDomainsSheet(QWidget* parent = nullptr);
};

} // namespace sallyport
