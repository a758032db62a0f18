// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/control/controlchannel.h"
#include "app/service/control/sparingly.h"
#include "app/service/control/storethread.h"
#include "models/control/memberreader.h"
#include "models/policy/revision.h"

#include <QHash>
#include <QPointer>
#include <QQueue>
#include <QTimer>

#include <functional>

namespace sallyport
{

// How a call ended: its result, or the error and the code it goes out under.
struct Outcome {
    Result<QJsonObject> result;
    QString what; // of changing methods, one sentence for the audit trail: "added msmsgs / Disable / 1"
    RpcCode code = RpcCode::Refused;
    QJsonObject data; // further members of error.data
    Revision revision; // that the call made; number 0 when it made none
    bool close = false; // the peer gets its answer and is closed
    // What is left to do in the control thread before the answer goes out; may be empty.
    std::function<void()> effect;

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
// is answered, refused and failed ones included; of those that fail for consoles that are not enrolled, who may make
// any number, some are there one by one and the others by their number. Records that can't be written wait in memory
// for the next one that can. Lives in the control thread and never waits in it for a store: methods that need one run
// on a store's thread. Of one connection these run, and are answered, one after another in the order they came in, so
// that each sees what those before it did; other calls overtake them. A change whose peer has closed its connection
// before it began is not made, and no call of that connection after it.
class Dispatcher : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Outcome&)>;
    using Handler = std::function<Outcome(const ControlCall&)>;
    // May call `done` later and on any thread, once.
    using LaterHandler = std::function<void(const ControlCall&, const Done& done)>;
    // Runs on a store's thread; what belongs to the control thread goes into Outcome::effect.
    using StoreHandler = std::function<Outcome(Stores&, const ControlCall&)>;

    // A local administrator came over the Unix socket.
    enum class Access { Stranger, Viewer, Operator, Administrator, LocalAdministrator };
    enum class Effect { Reads, Changes };

    struct Method {
        QString name;
        Access access;
        Effect effect;
        LaterHandler handler; // one of the two
        StoreHandler storeHandler;
        bool recorded = false; // one transaction with its audit record
    };

    // `writer` runs everything that changes a store, `reader` the rest; both end before the dispatcher does.
    // `recordsInPlace`: see ServiceParts.
    Dispatcher(StoreThread& writer, StoreThread& reader, const Clock& clock,
        const std::function<Status()>& recordsInPlace, const ControlLimits& limits);

    void add(const char* name, Access access, Effect effect, const Handler& handler);
    void addLater(const char* name, Access access, Effect effect, const LaterHandler& handler);
    void addStored(const char* name, Access access, Effect effect, const StoreHandler& handler);
    // For methods that change the records and nothing else: neither the change nor its audit record is ever there
    // without the other.
    void addRecorded(const char* name, Access access, const StoreHandler& handler);
    const QList<Method>& methods() const { return m_methods; }

    // Answers on the channel, unless it is gone by then. `bytes`: what the request takes, for ControlChannel::answer().
    void dispatch(ControlChannel* channel, const RpcRequest& request, qsizetype bytes);

    // Posts a record of what has been left out of the audit trail since the last one.
    void recordLeftOut();

    // From any thread: why audit records wait to be written, and how many; empty when none does.
    QList<Error> auditProblems() const;

signals:
    // A call has ended, whichever way; its answer is on its way.
    void answered(const QString& method);

private:
    struct Running {
        ControlCall call;
        const Method* method;
        QJsonValue id;
        qsizetype bytes;
        const ControlChannel* connection; // a name only: the channel may be gone
        bool inLine = false; // the first of m_stored[connection]
    };

    void add(const Method& method);
    std::optional<Outcome> refusal(const Caller& caller, const Method& method) const;
    static bool isGivenUp(const Running& running);
    void startStored(const Running& running);
    Outcome runChange(Stores& stores, const Running& running);
    std::optional<Outcome> refusalNow(RecordStore& records, const Running& running) const;
    Outcome runRecorded(Stores& stores, const Running& running);
    // These three on any thread: audit trail, then answer, then what waits behind a store's call.
    void conclude(const Running& running, const Outcome& outcome);
    void audit(RecordStore& records, const Running& running, const Outcome& outcome);
    bool isLeftOut(const Running& running, AuditRecord& record);
    void write(RecordStore& records, const AuditRecord& record);
    QByteArray lineOf(const Running& running, const Outcome& outcome) const;
    AuditRecord recordOf(const Running& running, const Outcome& outcome) const;
    Status writeUnrecorded(RecordStore& records) const;
    void reply(const Running& running, const Outcome& outcome);
    void deliver(const Running& running, const Outcome& outcome, const QByteArray& line);

    StoreThread& m_writer;
    StoreThread& m_reader;
    const Clock& m_clock;
    std::function<Status()> m_recordsInPlace;
    QList<Method> m_methods;
    QHash<QString, qsizetype> m_byName;
    QHash<const ControlChannel*, QQueue<Running>> m_stored; // calls of each connection; the first is running
    qsizetype m_longestAnswer;
    QList<AuditRecord> m_unrecorded; // these three in the writer's thread
    Sparingly m_strangers; // failed calls of consoles that are not enrolled
    AuditRecord m_lastLeftOut;
    QTimer m_leftOut{this}; // runs while some are left out
    mutable std::mutex m_auditMutex;
    QList<Error> m_auditProblems;
};

} // namespace sallyport
