// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/tablemodel.h"

#include <QAbstractItemModel>
#include <QMap>

namespace sallyport
{

// The places of the console, by the names administrators know.
enum class NodeKind {
    Root, // Servers and Arrays
    Server,
    Monitoring,
    Services,
    Sessions,
    FirewallClients,
    Extensions,
    ApplicationFilters,
    NetworkConfiguration,
    LocalAddressTable,
    LocalDomainTable,
    ClientConfiguration,
    WebBrowser,
    FirewallClient,
    Changes,
    History,
    AuditTrail,
    Count,
};

// A place: which node of which server.
struct NodePath {
    NodeKind kind = NodeKind::Root;
    QString server; // its key; empty for Root

    bool operator==(const NodePath&) const = default;
};

enum class Reach { Offline, Connecting, Online };

// The tree on the left: Servers and Arrays, the servers, and each server's nodes.
class ConsoleTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        KindRole = Qt::UserRole + 1, // NodeKind as int
        ServerRole, // key of the server
        CountRole, // qint64, shown at the right; absent when there is nothing to count
        IconRole, // name of the icon
        MarkRole, // Mark as int: for servers their connection and what is wrong behind it; for others what is wrong
                  // there
        OnlineRole, // of servers
    };
    struct Server {
        QString key;
        QString name;
        Reach reach = Reach::Offline;
        QString ownName = {}; // what it was named in this console, if that is not all of its name
        QString address = {}; // "host:port"; empty for one of this computer
    };

    using QAbstractItemModel::QAbstractItemModel;

    void addServer(const Server& server);
    void removeServer(const QString& key);
    void setReach(const QString& key, Reach reach);
    void setTrouble(const QString& key, Mark trouble, const QString& troubles);
    void setName(const QString& key, const QString& name);
    // What editing its node begins with; empty: it can't be renamed.
    void setOwnName(const QString& key, const QString& name);
    void setAddress(const QString& key, const QString& address);
    // Something is wrong at a place, in words; Mark::None: nothing is.
    void setMark(const NodePath& path, Mark mark, const QString& words);
    void setCount(const NodePath& path, std::optional<qint64> count);
    QStringList servers() const;

    QModelIndex indexOf(const NodePath& path) const;
    static NodePath pathOf(const QModelIndex& index);
    // "branch-a › Monitoring › Sessions", for the palette.
    QString trail(const QModelIndex& index) const;
    static QString title(NodeKind kind);
    static QString iconName(NodeKind kind);
    // Where what stands at a policy path is looked at and changed.
    static NodeKind placeOf(const QString& policyPath);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    // A new name for a server is told by renamed(); the model changes once it is set.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

signals:
    void renamed(const QString& key, const QString& name);

private:
    int serverRow(const QString& key) const;
    void changed(const NodePath& path);

    struct Trouble {
        Mark mark = Mark::None;
        QString words;
        bool operator==(const Trouble&) const = default;
    };
    struct Entry {
        Server server;
        QMap<NodeKind, qint64> counts;
        Mark trouble = Mark::None; // of the service behind it, while it can be reached
        QString troubles = {}; // what that is, in words
        QMap<NodeKind, Trouble> marks = {};
    };
    static QString stateOf(const Entry& entry);

    QList<Entry> m_servers;
};

} // namespace sallyport
