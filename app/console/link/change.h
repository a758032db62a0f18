// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/link/errand.h"
#include "app/console/link/serverlink.h"

#include <QPointer>

namespace sallyport
{

// Whether what a call asked for may have been done, although it ended with this error: it was sent, and nothing came
// back that tells. Any other error says that it was not done.
bool mayBeDone(const Error& error);
// Somebody did not want to wait any longer, and nothing was sent yet.
Error givenUpUnsent();

// One call that changes something at a service. The service is asked first whether it answers: what one that hangs
// finds when it goes on must not be a change that was given up long ago. Deletes itself once it has its answer.
class Change final : public QObject
{
    Q_OBJECT

public:
    struct Call {
        QString method;
        QJsonObject params;
        QPointer<QObject> context;
        ServerLink::Handler handler;
    };

    // The handler runs once unless the context is gone by then; and a second time, when the answer to a call comes that
    // was given up after it had been sent. `errand` is over when the answer is there, and gives the call up; `parent`
    // goes after the link.
    Change(ServerLink& link, Call call, Errand& errand, QObject* parent);

private:
    void asked(const Result<QJsonObject>& answer);
    void answered(const Result<QJsonObject>& answer);
    void giveUp();
    void tell(const Result<QJsonObject>& result) const;

    ServerLink& m_link;
    Call m_call;
    QPointer<Errand> m_errand;
    bool m_sent = false;
    bool m_givenUp = false;
};

} // namespace sallyport
