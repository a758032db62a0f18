// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/window/palette.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

class QAction;
class QMenu;

namespace sallyport
{

class MainWindow;
class Server;

// What Ctrl+K finds: actions, places, programs of the policies and of the catalogue at once; programs, users, computers
// and hosts of live sessions as they are collected, a slice of the sessions in each turn of the event loop, so that a
// hundred thousand of them cost no wait. Lives as long as its palette, and has the servers tell of sessions meanwhile.
class PaletteEntries final : public QObject
{
    Q_OBJECT

public:
    // `menus` with all their actions filled in.
    PaletteEntries(MainWindow& window, const QList<QMenu*>& menus);
    ~PaletteEntries() override;

    const QList<Palette::Entry>& entries() const { return m_entries; }
    // An earlier choice that is not among the entries yet; without text when it is none of live sessions.
    Palette::Entry remembered(const QString& id);
    // A filter that names fields, as the way to the sessions that fit it; without text when the words are none.
    Palette::Entry filtered(const QString& words) const;
    // From now on what live sessions tell arrives by collected().
    void collect();

signals:
    void collected(const QList<sallyport::Palette::Entry>& entries);

private:
    enum class Kind { InPolicy, Block, Program, User, Computer, Host, Client };

    void addActions(const QMenu& menu);
    void addPlaces();
    void addPrograms();
    void note(QList<Palette::Entry>& fresh, Kind kind, const QString& server, const QString& name);
    Palette::Entry make(Kind kind, const QString& server, const QString& name) const;
    void collectSome();
    void restart(const QString& server);

    MainWindow& m_window;
    QString m_blocksAt; // the server whose policy Block changes
    QList<Palette::Entry> m_entries;
    QSet<QString> m_ids; // of what was collected
    QSet<QString> m_inPolicy; // "SERVER/programKey"
    QList<QPointer<Server>> m_watched;
    QStringList m_servers; // not looked through yet
    std::size_t m_bucket = 0; // of the first of them
    QHash<QString, std::size_t> m_seen; // sessions of each server
    QElapsedTimer m_since;
    QTimer m_turn;
};

} // namespace sallyport
