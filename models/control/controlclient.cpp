// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/controlclient.h"

#include "models/base/fault.h"
#include "models/control/controlworker.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QHash>

#include <future>
#include <thread>

namespace sallyport
{

class ControlClient::Private : public ControlListener
{
public:
    struct Call {
        QPointer<QObject> context;
        Handler handler;
        QElapsedTimer sent;
    };

    // The thread is joined: QThread::wait() would return while its last destructors, OpenSSL's among them, still run,
    // and a program that leaves at that moment clears up OpenSSL under them.
    explicit Private(ControlClient* client)
        : q(client)
    {
        std::promise<void> ready;
        std::future<void> isReady = ready.get_future();
        thread = std::thread([this, client, ready = std::move(ready), mayEnd = told.get_future()]() mutable {
            QEventLoop events;
            ControlWorker socket(client, this);
            loop = &events;
            worker = &socket;
            ready.set_value();
            events.exec();
            mayEnd.wait();
        });
        isReady.wait();
    }
    ~Private() override
    {
        QMetaObject::invokeMethod(loop, &QEventLoop::quit, Qt::QueuedConnection);
        // Qt wakes the thread up after the loop may have ended already, which must find its dispatcher.
        told.set_value();
        thread.join();
    }

    template <typename Work> void onWorker(Work work)
    {
        QMetaObject::invokeMethod(
            worker, [worker = worker, work = std::move(work)] { work(*worker); }, Qt::QueuedConnection);
    }
    void subscribe();
    void failCalls(const Error& error);
    void onState(State newState, const ServerHello& newHello, const Error& newError) override;
    void onAnswer(quint64 id, const Result<QJsonObject>& answer) override;
    void onSessions(const SessionDelta& delta) override;
    void onNotified(const QString& method, const QJsonObject& params) override;

    ControlClient* q;
    std::promise<void> told; // to end, and nothing more will come
    std::thread thread;
    QEventLoop* loop = nullptr; // both live in the thread
    ControlWorker* worker = nullptr;
    State state = State::Closed;
    ServerHello hello;
    Error error;
    double roundTrip = 0;
    int interval = 0; // 0 = not subscribed
    quint64 lastId = 0;
    QHash<quint64, Call> calls;
};

void ControlClient::Private::subscribe()
{
    q->call(QStringLiteral("sessions.subscribe"), {{QStringLiteral("interval"), interval}}, q,
        [this](const Result<QJsonObject>& answer) {
            if (!answer && state == State::Online)
                emit q->sessionsRefused(answer.error());
        });
}

void ControlClient::Private::failCalls(const Error& reason)
{
    const QHash<quint64, Call> lost = std::exchange(calls, {});
    for (const Call& call : lost) {
        if (call.context && call.handler)
            call.handler(reason);
    }
}

void ControlClient::Private::onState(State newState, const ServerHello& newHello, const Error& newError)
{
    const bool wasOnline = state == State::Online;
    state = newState;
    hello = newHello;
    if (newState == State::Waiting)
        error = newError;
    if (newState == State::Online && interval > 0)
        subscribe();
    const QPointer<ControlClient> alive(q);
    if (wasOnline)
        failCalls(makeError(Fault::ConnectionLost, newError.subject));
    if (alive)
        emit q->stateChanged(newState);
}

void ControlClient::Private::onAnswer(quint64 id, const Result<QJsonObject>& answer)
{
    const auto found = calls.constFind(id);
    if (found == calls.cend())
        return;
    const Call call = *found;
    calls.erase(found);
    roundTrip = double(call.sent.nsecsElapsed()) / 1e6;
    if (call.context && call.handler)
        call.handler(answer);
}

void ControlClient::Private::onSessions(const SessionDelta& delta)
{
    if (interval > 0)
        emit q->sessionsChanged(delta);
}

void ControlClient::Private::onNotified(const QString& method, const QJsonObject& params)
{
    emit q->notified(method, params);
}

ControlClient::ControlClient(QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
}

ControlClient::~ControlClient() = default;

void ControlClient::open(const ControlEndpoint& endpoint)
{
    d->onWorker([endpoint](ControlWorker& worker) { worker.open(endpoint); });
}

void ControlClient::close()
{
    d->onWorker([](ControlWorker& worker) { worker.close(); });
}

void ControlClient::reconnect()
{
    d->onWorker([](ControlWorker& worker) { worker.reconnect(); });
}

ControlClient::State ControlClient::state() const
{
    return d->state;
}

const ServerHello& ControlClient::hello() const
{
    return d->hello;
}

const Error& ControlClient::lastError() const
{
    return d->error;
}

double ControlClient::roundTripMilliseconds() const
{
    return d->roundTrip;
}

void ControlClient::call(const QString& method, const QJsonObject& params, QObject* context, Handler handler)
{
    if (d->state != State::Online) {
        const Error offline = makeError(Fault::NotConnected, method);
        if (context && handler)
            QMetaObject::invokeMethod(
                context, [handler, offline] { handler(offline); }, Qt::QueuedConnection);
        return;
    }
    const quint64 id = ++d->lastId;
    Private::Call& call = d->calls[id];
    call.context = context;
    call.handler = std::move(handler);
    call.sent.start();
    d->onWorker([id, method, params](ControlWorker& worker) { worker.send(id, method, params); });
}

void ControlClient::subscribeSessions(int intervalMilliseconds)
{
    d->interval = qBound(100, intervalMilliseconds, 5000);
    if (d->state == State::Online)
        d->subscribe();
}

void ControlClient::unsubscribeSessions()
{
    d->interval = 0;
    if (d->state == State::Online)
        call(QStringLiteral("sessions.unsubscribe"), {}, this, {});
}

} // namespace sallyport
