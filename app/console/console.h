// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/draft/applier.h"
#include "app/console/draft/draftkeeper.h"
#include "app/console/link/privateservice.h"
#include "app/console/link/server.h"
#include "models/items/consoletreemodel.h"

#include <QLockFile>

#include <map>

namespace sallyport
{

// How to reach a server, as the console remembers it.
struct ServerEntry {
    QString key;
    QString name;
    ControlEndpoint endpoint;
};

// Everything of the console that is no window: the servers, their drafts, the tree, and the private service of this
// computer. Made once, on the user interface's thread.
class Console : public QObject
{
    Q_OBJECT

public:
    using LinkFactory = std::function<std::unique_ptr<ServerLink>()>;
    struct Options {
        QString dataFolder; // drafts, private service
        bool privateService = true;
        bool ephemeral = false; // of the private service: free ports instead of the policy's
        QString serviceProgram; // empty: beside this program
        LinkFactory link; // empty: ControlLink
    };

    Console(const Options& options, const Clock& clock, QObject* parent = nullptr);
    ~Console() override;

    static const QString& localKey(); // of the private service's server

    const Clock& clock() const { return m_clock; }
    ConsoleTreeModel& tree() { return m_tree; }
    Server* server(const QString& key) const;
    // By key, or by name without case.
    Server* find(const QString& keyOrName) const;
    Applier* applier(const QString& key) const;
    PrivateService* privateService() const { return m_private.get(); }
    const QString& dataFolder() const { return m_options.dataFolder; }

    // Connects when start() was or is called. A key that is known already goes by the new name
    // and is reached by the new endpoint from now on.
    Server* addServer(const ServerEntry& entry);
    ServerEntry entry(const QString& key) const; // empty for a key that is not known
    void removeServer(const QString& key);
    // The name it goes by in this console; kept in its list of servers.
    void renameServer(const QString& key, const QString& name);
    // Connects to everything; not in the constructor, so that the first picture does not wait for it.
    void start();

signals:
    void reported(const sallyport::Error& error);
    // Something went wrong, said in full; over once `server` is reached, unless that is empty.
    void warned(const QString& text, const QString& server);
    // Something to know that is no fault.
    void noted(const QString& text);
    // Changes of an earlier run are in the draft and not applied.
    void resumed(const QString& key);
    void serverAdded(const QString& key);
    void serverRemoved(const QString& key);

private:
    struct Slot {
        ServerEntry entry;
        std::unique_ptr<Server> server;
        std::unique_ptr<Applier> applier;
        std::unique_ptr<DraftKeeper> keeper;
    };

    void openDrafts();
    void begin(Slot& slot);
    void keepDraft(Slot& slot);
    void keepDraftAfterAll(const QString& key);
    void takenOver(Server& server, const QStringList& kept);
    void startPrivate();
    void openLocal(const QString& socket);
    void localReachChanged();
    void privateFailed(const Error& error, bool served);
    void updateTree(const QString& key);

    Options m_options;
    const Clock& m_clock;
    std::shared_ptr<DraftStore> m_drafts;
    std::optional<Error> m_noDrafts; // why there are none
    std::unique_ptr<QLockFile> m_alone; // held by the first console over these drafts
    ConsoleTreeModel m_tree;
    std::map<QString, Slot> m_servers;
    std::unique_ptr<PrivateService> m_private;
    bool m_started = false;
};

} // namespace sallyport
