// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/link/serverlink.h"

#include <QPointer>
#include <QTimer>

#include <memory>
#include <utility>

namespace sallyport
{

void ServerLink::call(const QString& method, const QJsonObject& params, QObject* context, Handler handler)
{
    // Whichever comes first takes the handler, and the timer with it.
    const auto waiting = std::make_shared<Handler>(std::move(handler));
    auto* timer = new QTimer(this);
    timer->setSingleShot(true);
    const auto answer = [waiting, timer = QPointer<QTimer>(timer)](const Result<QJsonObject>& result) {
        if (timer)
            timer->deleteLater();
        if (const Handler taken = std::exchange(*waiting, {}))
            taken(result);
    };
    const auto limit = std::chrono::duration_cast<std::chrono::seconds>(m_callLimit);
    connect(timer, &QTimer::timeout, this, [answer, limit, timer, context = QPointer<QObject>(context)] {
        if (!context) {
            timer->deleteLater();
            return;
        }
        answer(Error{ErrorCode::TimedOut, {},
            tr("the server did not answer within %n second(s)", nullptr, static_cast<int>(limit.count()))});
    });
    timer->start(m_callLimit);
    send(method, params, context, answer);
}

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
