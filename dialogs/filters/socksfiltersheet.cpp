// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/filters/socksfiltersheet.h"

#include "dialogs/filters/socksfilterpage.h"

namespace sallyport
{

SocksFilterSheet::SocksFilterSheet(const Listeners& listeners, QWidget* parent)
    : PropertySheet<ApplicationFilters>(tr("SOCKS V4 Filter Properties"), parent)
{
    setObjectName(QStringLiteral("socksFilterSheet"));
    addPage(new SocksFilterPage(listeners));
}

} // namespace sallyport
