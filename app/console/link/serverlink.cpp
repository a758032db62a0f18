// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/link/serverlink.h"

namespace sallyport
{

void ServerLink::callPages(const QString& method, const ListPages& pages, QObject* context, const Handler& handler)
{
    call(method, pages.params(), context, [=, this](const Result<QJsonObject>& answer) {
        if (!answer)
            return handler(answer);
        ListPages more = pages;
        if (more.take(*answer))
            handler(more.whole());
        else
            callPages(method, more, context, handler);
    });
}

} // namespace sallyport
