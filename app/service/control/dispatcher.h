// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/control/controlchannel.h"
#include "models/control/memberreader.h"
#include "models/store/recordstore.h"

#include <QHash>
#include <QPointer>

#include <functional>

namespace sallyport
{

// How a call ended: its result, or the error and the code it goes out under.
struct Outcome {
    Result<QJsonObject> result;
    QString what; // of changing methods, one sentence for the audit trail: "added msmsgs / Disable / 1"
    RpcCode code = RpcCode::Refused;
    QJsonObject data; // further members of error.data
    bool close = false; // the peer gets its answer and is closed

    Outcome(const QJsonObject& value, const QString& sentence = {})
        : result(value)
        , what(sentence)
    {
    }
    Outcome(const Error& error, RpcCode rpcCode = RpcCode::Refused)
        : result(error)
        , code(rpcCode)
    {
    }
};

struct ControlCall {
    Caller caller;
    QJsonObject params;
    QPointer<ControlChannel> channel;
};

// Gives the error of parameters that do not fit, if any; to be asked once all have been read.
inline std::optional<Outcome> misfit(MemberReader& params)
{
    const Status read = params.finish();
    return read ? std::nullopt : std::optional<Outcome>(Outcome(read.error(), RpcCode::InvalidParams));
}

// The table of methods and its rules: who may call what, and that every changing call is in the audit trail before it
// is answered, refused and failed ones included. Lives in the control thread.
class Dispatcher : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Outcome&)>;
    using Handler = std::function<Outcome(const ControlCall&)>;
    // May call `done` later and on any thread, once.
    using LaterHandler = std::function<void(const ControlCall&, const Done& done)>;

    enum class Access { Stranger, Viewer, Operator, Administrator };
    enum class Effect { Reads, Changes };

    struct Method {
        QString name;
        Access access;
        Effect effect;
        LaterHandler handler;
    };

    Dispatcher(RecordStore& records, const Clock& clock);

    void add(const char* name, Access access, Effect effect, const Handler& handler);
    void addLater(const char* name, Access access, Effect effect, const LaterHandler& handler);
    const QList<Method>& methods() const { return m_methods; }

    // Answers on the channel, unless it is gone by then.
    void dispatch(ControlChannel* channel, const RpcRequest& request);

signals:
    // A call has ended, whichever way; its answer is on its way.
    void answered(const QString& method);

private:
    std::optional<Outcome> refusal(const Caller& caller, const Method& method) const;
    void audit(const Caller& caller, const Method& method, const Outcome& outcome);
    void finish(const QPointer<ControlChannel>& channel, const Caller& caller, const Method& method,
        const QJsonValue& id, const Outcome& outcome);

    RecordStore& m_records;
    const Clock& m_clock;
    QList<Method> m_methods;
    QHash<QString, qsizetype> m_byName;
};

} // namespace sallyport
