// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/dispatcher.h"

#include "app/service/control/revisionaudit.h"
#include "models/base/fault.h"

#include <QThread>

namespace sallyport
{

namespace
{

// Audit records kept in memory while their store fails; beyond it the oldest is in the service's own log only.
constexpr qsizetype mostUnrecorded = 10000;

bool suffices(const std::optional<Role>& role, Dispatcher::Access access)
{
    switch (access) {
    case Dispatcher::Access::Stranger:
        return true;
    case Dispatcher::Access::Viewer:
        return role.has_value();
    case Dispatcher::Access::Operator:
        return role == Role::Operator || role == Role::Administrator;
    case Dispatcher::Access::Administrator:
    case Dispatcher::Access::LocalAdministrator:
        break;
    }
    return role == Role::Administrator;
}

} // namespace

Dispatcher::Dispatcher(StoreThread& writer, StoreThread& reader, const Clock& clock,
    const std::function<Status()>& recordsInPlace, const ControlLimits& limits)
    : m_writer(writer)
    , m_reader(reader)
    , m_clock(clock)
    , m_recordsInPlace(recordsInPlace)
    , m_longestAnswer(limits.outgoingBytes)
    , m_strangers(limits.strangersRecordsPerMinute / 60, limits.strangersRecordsAtOnce)
{
    m_leftOut.setSingleShot(true);
    m_leftOut.setInterval(int(60000 / limits.strangersRecordsPerMinute));
    connect(&m_leftOut, &QTimer::timeout, this, &Dispatcher::recordLeftOut);
}

void Dispatcher::add(const char* name, Access access, Effect effect, const Handler& handler)
{
    addLater(name, access, effect, [handler](const ControlCall& call, const Done& done) { done(handler(call)); });
}

void Dispatcher::addLater(const char* name, Access access, Effect effect, const LaterHandler& handler)
{
    add({QString::fromLatin1(name), access, effect, handler, {}});
}

void Dispatcher::addStored(const char* name, Access access, Effect effect, const StoreHandler& handler)
{
    add({QString::fromLatin1(name), access, effect, {}, handler});
}

void Dispatcher::addRecorded(const char* name, Access access, const StoreHandler& handler)
{
    add({QString::fromLatin1(name), access, Effect::Changes, {}, handler, true});
}

void Dispatcher::add(const Method& method)
{
    m_byName.insert(method.name, m_methods.size());
    m_methods.append(method);
}

std::optional<Outcome> Dispatcher::refusal(const Caller& caller, const Method& method) const
{
    const bool fromElsewhere = method.access == Access::LocalAdministrator && !caller.fingerprint.isEmpty();
    if (suffices(caller.role, method.access) && !fromElsewhere)
        return std::nullopt;
    if (caller.role && fromElsewhere)
        return Outcome(makeError(Fault::ServersOwnOnly, method.name));
    if (!caller.role)
        return Outcome(makeError(Fault::NotEnrolled, method.name));
    const bool operators = method.access == Access::Operator;
    return Outcome(makeError(operators ? Fault::OperatorsOnly : Fault::AdministratorsOnly, method.name, {caller.who}));
}

void Dispatcher::dispatch(ControlChannel* channel, const RpcRequest& request, qsizetype bytes)
{
    const auto found = m_byName.constFind(request.method);
    if (found == m_byName.cend()) {
        const Error unknown = makeError(Fault::MethodUnknown, request.method);
        channel->answer(encodeMessage(RpcFailure{request.id, RpcCode::MethodNotFound, unknown, {}}), bytes);
        if (!channel->caller().role)
            channel->closeGently();
        return;
    }
    const Method& method = m_methods.at(*found);
    Running running{{channel->caller(), request.params, channel}, &method, request.id, bytes, channel};
    if (const auto refused = refusal(running.call.caller, method))
        return conclude(running, *refused);
    // While this service hung its console has given it up, and told its user so.
    if (isGivenUp(running))
        return channel->cutOff(QStringLiteral("left before %1 began").arg(method.name));
    if (method.handler)
        return method.handler(running.call, [this, running](const Outcome& outcome) { conclude(running, outcome); });
    running.inLine = true;
    QQueue<Running>& calls = m_stored[channel];
    calls.enqueue(running);
    if (calls.size() == 1)
        startStored(running);
}

bool Dispatcher::isGivenUp(const Running& running)
{
    const ControlChannel* channel = running.call.channel;
    return running.method->effect == Effect::Changes && (!channel || channel->isLeft());
}

void Dispatcher::startStored(const Running& running)
{
    const bool changes = running.method->effect == Effect::Changes;
    (changes ? m_writer : m_reader).post([this, running, changes](Stores& stores) {
        reply(running, changes ? runChange(stores, running) : running.method->storeHandler(stores, running.call));
    });
}

Outcome Dispatcher::runChange(Stores& stores, const Running& running)
{
    const auto refused = refusalNow(stores.records(), running);
    if (!refused && running.method->recorded)
        return runRecorded(stores, running);
    Outcome outcome = refused ? *refused : running.method->storeHandler(stores, running.call);
    audit(stores.records(), running, outcome);
    return outcome;
}

Outcome Dispatcher::runRecorded(Stores& stores, const Running& running)
{
    std::optional<Outcome> outcome;
    const Status kept = stores.records().atomically([&]() -> Status {
        outcome = running.method->storeHandler(stores, running.call);
        if (!outcome->result)
            return outcome->result.error();
        m_unrecorded.append(recordOf(running, *outcome));
        const Status written = writeUnrecorded(stores.records());
        m_unrecorded.removeLast();
        return written;
    });
    // Files that have gone took along what was written to them.
    const Status inPlace = kept ? m_recordsInPlace() : kept;
    if (inPlace) {
        m_unrecorded.clear();
        const std::lock_guard lock(m_auditMutex);
        m_auditProblems.clear();
        return *outcome;
    }
    if (!outcome || outcome->result)
        outcome = inPlace.error();
    audit(stores.records(), running, *outcome);
    return *outcome;
}

// A console may have been thrown out while its call waited.
std::optional<Outcome> Dispatcher::refusalNow(RecordStore& records, const Running& running) const
{
    if (const Status inPlace = m_recordsInPlace(); !inPlace)
        return Outcome(inPlace.error());
    Caller caller = running.call.caller;
    if (caller.fingerprint.isEmpty() || !caller.role)
        return std::nullopt; // a user of this computer, or a console that enrols
    const auto consoles = records.consoles();
    if (!consoles)
        return Outcome(consoles.error());
    caller.role.reset();
    for (const EnrolledConsole& console : *consoles) {
        if (console.fingerprint == caller.fingerprint)
            caller.role = console.role;
    }
    return refusal(caller, *running.method);
}

void Dispatcher::conclude(const Running& running, const Outcome& outcome)
{
    if (running.method->effect == Effect::Reads)
        return reply(running, outcome);
    m_writer.post([this, running, outcome](Stores& stores) {
        audit(stores.records(), running, outcome);
        reply(running, outcome);
    });
}

AuditRecord Dispatcher::recordOf(const Running& running, const Outcome& outcome) const
{
    AuditRecord record;
    record.time = m_clock.now();
    record.who = running.call.caller.who;
    record.from = running.call.caller.from;
    record.action = running.method->name;
    record.done = outcome.result.ok();
    record.revision = outcome.revision.number;
    record.revisionTime = outcome.revision.time;
    record.what = shortenedSentence(record.done ? outcome.what : outcome.result.error().text());
    return record;
}

Status Dispatcher::writeUnrecorded(RecordStore& records) const
{
    if (const Status inPlace = m_recordsInPlace(); !inPlace)
        return inPlace;
    for (const AuditRecord& record : m_unrecorded) {
        if (const Status kept = records.addAudit(record); !kept)
            return kept;
    }
    return {};
}

void Dispatcher::audit(RecordStore& records, const Running& running, const Outcome& outcome)
{
    AuditRecord record = recordOf(running, outcome);
    if (!isLeftOut(running, record))
        write(records, record);
}

// Whoever is not enrolled may fail as often as he likes; neither shall that fill the audit trail, nor go unseen.
bool Dispatcher::isLeftOut(const Running& running, AuditRecord& record)
{
    if (record.done || running.call.caller.role)
        return false;
    if (const auto leftOut = m_strangers.say()) {
        record.what = shortenedSentence(record.what, Sparingly::andMore(*leftOut));
        return false;
    }
    m_lastLeftOut = record;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_leftOut.isActive())
                m_leftOut.start();
        },
        Qt::QueuedConnection);
    return true;
}

void Dispatcher::recordLeftOut()
{
    m_writer.post([this](Stores& stores) {
        const qint64 leftOut = m_strangers.takeLeftOut();
        if (leftOut == 0)
            return;
        m_lastLeftOut.what = shortenedSentence(m_lastLeftOut.what, Sparingly::andMore(leftOut - 1));
        write(stores.records(), m_lastLeftOut);
    });
}

void Dispatcher::write(RecordStore& records, const AuditRecord& record)
{
    m_unrecorded.append(record);
    const Status kept = records.atomically([&] { return writeUnrecorded(records); });
    if (kept)
        m_unrecorded.clear();
    else
        qCritical("audit trail: cannot record yet that %s called %s (%s): %s", qUtf8Printable(record.who),
            qUtf8Printable(record.action), qUtf8Printable(record.what), qUtf8Printable(kept.error().text()));
    if (m_unrecorded.size() > mostUnrecorded)
        m_unrecorded.removeFirst();
    const std::lock_guard lock(m_auditMutex);
    m_auditProblems.clear();
    if (!kept)
        m_auditProblems = {kept.error(),
            makeError(Fault::RecordsWait, QStringLiteral("audit trail"), {QString::number(m_unrecorded.size())})};
}

QList<Error> Dispatcher::auditProblems() const
{
    const std::lock_guard lock(m_auditMutex);
    return m_auditProblems;
}

// An answer beyond what a peer takes is an error of its own: the connection has other calls under way.
QByteArray Dispatcher::lineOf(const Running& running, const Outcome& outcome) const
{
    const QByteArray line = outcome.result
        ? encodeMessage(RpcReply{running.id, *outcome.result})
        : encodeMessage(RpcFailure{running.id, outcome.code, outcome.result.error(), outcome.data});
    if (line.size() <= m_longestAnswer)
        return line;
    const Error tooLong = makeError(
        Fault::AnswerTooLong, running.method->name, {QString::number(line.size()), QString::number(m_longestAnswer)});
    return encodeMessage(RpcFailure{running.id, RpcCode::Refused, tooLong, {}});
}

// Encodes where it is called, since an answer may be large, and delivers in the control thread.
void Dispatcher::reply(const Running& running, const Outcome& outcome)
{
    const QByteArray line = lineOf(running, outcome);
    if (QThread::currentThread() == thread())
        return deliver(running, outcome, line);
    QMetaObject::invokeMethod(
        this, [this, running, outcome, line] { deliver(running, outcome, line); }, Qt::QueuedConnection);
}

void Dispatcher::deliver(const Running& running, const Outcome& outcome, const QByteArray& line)
{
    if (outcome.effect)
        outcome.effect();
    ControlChannel* channel = running.call.channel;
    if (channel)
        channel->answer(line, running.bytes);
    // A console that is not enrolled has one try, and pays for the next with a TLS handshake.
    if (channel && (outcome.close || (!outcome.result && !channel->caller().role)))
        channel->closeGently();
    emit answered(running.method->name);
    if (!running.inLine)
        return;
    const auto calls = m_stored.find(running.connection);
    calls->dequeue();
    while (!calls->isEmpty() && isGivenUp(calls->head()))
        calls->dequeue();
    if (calls->isEmpty())
        m_stored.erase(calls);
    else
        startStored(calls->head());
}

} // namespace sallyport
