// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/draft/policydraft.h"
#include "app/console/link/answerwatch.h"
#include "app/console/link/change.h"
#include "app/console/link/serverlink.h"
#include "app/console/link/troubles.h"
#include "dialogs/sheet/sheetmemory.h"
#include "models/items/clientsmodel.h"
#include "models/items/historymodel.h"
#include "models/items/ratehistory.h"
#include "models/items/servicesmodel.h"
#include "models/items/sessionsmodel.h"
#include "models/policy/refusedconnection.h"

#include <memory>
#include <optional>

namespace sallyport
{

// One server as the console sees it: its connection, policy, draft and live lists. Fetches what it needs when it comes
// online, and again when the service says that something changed. Belongs to the user interface's thread.
class Server : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Status&)>;

    Server(const QString& key, const QString& name, std::unique_ptr<ServerLink> link, const Clock& clock,
        QObject* parent = nullptr);
    ~Server() override;

    const QString& key() const { return m_key; }
    const QString& name() const { return m_name; }
    void setName(const QString& name);
    // The name it goes by in this console, and behind it what the service calls itself where that is another.
    QString displayName() const;
    ServerLink& link() { return *m_link; }
    const Clock& clock() const { return m_clock; }
    bool isOnline() const { return m_link->state() == ControlClient::State::Online; }
    Role role() const { return isOnline() ? m_link->hello().role : Role::Viewer; }
    // May change policy: administrators, and anybody on an offline draft; not before there is a policy to change, nor
    // while one is in force that this console can't read.
    bool mayEdit() const
    {
        return m_draft.baseRevision() != 0 && m_policyIsReadable && (!isOnline() || role() == Role::Administrator);
    }
    bool mayOperate() const { return isOnline() && role() != Role::Viewer; }
    // Whose role is in the way of a change, for people; empty when none is.
    QString whyNotEdit() const;

    // The newest revision known; its policy is draft().head().
    const Revision& head() const { return m_head; }
    PolicyDraft& draft() { return m_draft; }
    const PolicyDraft& draft() const { return m_draft; }
    // Who applied something while the draft held changes; its policy waits to be merged.
    std::optional<Revision> newer() const { return m_draft.isBehind() ? std::optional(m_head) : std::nullopt; }
    // What others applied, replayed onto the draft with mine kept in every conflict; meaningful while newer().
    PolicyMerge mergePreview() const;
    // Puts the draft on top of what others applied, theirs taken at these paths. False when `revision` is not newer()
    // any more: the decision was about something else.
    bool merge(RevisionNumber revision, const QSet<QString>& takeTheirs = {});
    // Changes left in property sheets that were closed without OK.
    SheetMemory& sheetMemory() { return m_sheetMemory; }

    SessionsModel& sessions() { return m_sessions; }
    ServicesModel& services() { return m_services; }
    ClientsModel& clients() { return m_clients; }
    const QJsonObject& status() const { return m_status; }
    // What keeps the service from its work, in words for people, and how bad it is: Mark::None when nothing does.
    struct Health {
        Mark mark = Mark::None;
        QStringList troubles;
    };
    Health health() const;
    // What could not be had of it, and why. The draft's keeper tells of the draft, by setTrouble().
    const Troubles& troubles() const { return m_troubles; }
    void setTrouble(Thing thing, const std::optional<Error>& error);
    void tryAgain(Thing thing);
    // What became of what the policy in force says of a listener.
    struct ListenerState {
        Mark mark = Mark::None; // Good: it listens; None: not known
        QString words; // where it listens, else why it does not, for people
    };
    ListenerState listenerState(ServiceName name) const;

    // How patient the console is with a service that is connected and says nothing. Once it is given up the connection
    // is made anew, which fails whatever waits for an answer.
    void setPatience(const AnswerWatch::Patience& patience) { m_answers.setPatience(patience); }
    // For how long it has not answered; empty while it does or is not connected.
    std::optional<std::chrono::seconds> silence() const { return m_answers.silence(); }

    // Sessions are pushed while somebody looks.
    void watchSessions();
    void unwatchSessions();
    bool watchesSessions() const { return m_watchers > 0; }
    // Of all sessions together. A sample a second while somebody looks; what was sampled is kept when nobody does, and
    // that time is a gap: to watch so many sessions for two curves alone would cost too much.
    const RateHistory& rates() const { return m_rates; }
    void refresh();
    void refreshServices();
    void refreshClients();
    void refreshStatus();

    // Which live connections the policy would refuse.
    void askImpact(
        const Policy& policy, QObject* context, std::function<void(const Result<QList<RefusedConnection>>&)> done);
    // The policy that was in force as that revision.
    void askPolicy(RevisionNumber revision, QObject* context, std::function<void(const Result<Policy>&)> done);
    // Makes it the policy in force. ErrorCode::Conflict: somebody was faster, newer() says who. After TimedOut
    // headTaken() follows, and tells what is in force.
    void apply(const Proposal& proposal, const QString& comment, QObject* context, Done done);
    void restore(RevisionNumber revision, const QString& comment, QObject* context, Done done);
    // These two may have been done although they end with an error: see mayBeDone(). One that is given up after it was
    // sent ends twice when its answer comes after all.
    void disconnectSessions(const QList<SessionId>& sessions, const QList<ConnectionId>& connections,
        const QString& reason, QObject* context, std::function<void(const Result<QList<EndedConnection>>&)> done);
    // `action`: start, stop or restart; `reason`: for the audit trail, may be empty.
    void controlService(ServiceName name, const QString& action, const QString& reason, QObject* context,
        std::function<void(const Result<QList<EndedConnection>>&)> done);
    // Something is waited for that a user asked for; `words` say what.
    Errand* begin(const QString& words);

signals:
    void errandBegun(sallyport::Errand* errand);
    void reachChanged();
    void nameChanged();
    void policyChanged(); // the head, or what the draft stands on
    void headTaken(); // the service told what is in force, be it news or not
    void servicesChanged();
    void clientsChanged();
    void sessionsRefreshed(); // totals of sessions may differ
    void ratesSampled();
    void statusChanged();
    void troublesChanged();
    void draftWanted(); // to be kept now, by whoever keeps it
    void silenceChanged(); // every second while there is one, and when it ends

private:
    void change(const QString& words, const Change::Call& call);
    void onState();
    void onNotified(const QString& method, const QJsonObject& params);
    void fetchPolicy();

    void takePolicy(const Revision& revision, const Policy& policy);
    void takeServices(const QJsonObject& result);
    void takeClients(const QJsonObject& result);
    void sampleRates();

    QString m_key;
    QString m_name;
    std::unique_ptr<ServerLink> m_link;
    const Clock& m_clock;
    Revision m_head;
    PolicyDraft m_draft;
    SessionsModel m_sessions;
    ServicesModel m_services;
    ClientsModel m_clients;
    QJsonObject m_status;
    bool m_servicesAreNewer = false; // than m_status
    SheetMemory m_sheetMemory;
    Troubles m_troubles;
    bool m_policyIsReadable = true;
    int m_watchers = 0;
    RateHistory m_rates;
    QTimer m_sampling{this};
    AnswerWatch m_answers;
};

} // namespace sallyport
