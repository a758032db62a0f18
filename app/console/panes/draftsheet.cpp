// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/draftsheet.h"

#include <QCoreApplication>

namespace sallyport
{

QString mayNotChange()
{
    return QCoreApplication::translate("sallyport::Pane", "Your role on this server may look, not change.");
}

} // namespace sallyport
