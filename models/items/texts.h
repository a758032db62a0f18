// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/policy/decision.h"
#include "models/policy/diff.h"
#include "models/policy/problem.h"
#include "models/policy/session.h"

#include <QString>

// Values as the console writes them, translated. Pure functions; safe from any thread once translators are installed.
namespace sallyport::texts
{

QString bytes(std::uint64_t count); // IEC units: "640 B", "1.4 MiB"
QString rate(double bytesPerSecond); // "" below one byte per second, else "1.4 MiB/s"
QString exactBytes(std::uint64_t count); // "1,468,006 B", for tool tips
QString exactRate(double bytesPerSecond); // "1,468,006 B/s"
QString count(qint64 number); // grouped as the locale does, by plain spaces where it takes any
QString duration(std::chrono::microseconds time); // "12 s", "3 min", "2 h", "5 d"
QString age(TimePoint time, TimePoint now); // "just now", "3 min ago"
QString exactTime(TimePoint time); // local and UTC, for tooltips
QString isoTime(TimePoint time); // local with its distance from UTC, for other programs: "2026-11-27T18:30:05+01:00"

// Whose a connection is: user and program as they were told, empty where they were not.
struct Owner {
    QString user;
    QString program;
};
inline Owner ownerOf(const Session& session)
{
    return {session.user, session.application};
}
// "3 connections of anna (icq) ended." So many, and the owners of those whose sessions are known: one for each, or for
// each session.
QString ended(qsizetype connections, const QList<Owner>& owners);

QString sessionType(SessionType type);
QString service(ServiceName name);
QString serviceState(ServiceState state);
QString reason(const Decision& decision);
QString detail(const Error& error); // what is wrong; an error of free text stays as it is
QString problem(const Problem& problem); // with its place, unless it is shown at its line
QString change(const PolicyChange& change); // one line: "+ msmsgs: Disable = 1"
QString changes(const QList<PolicyChange>& changes, qsizetype most); // the first `most`, and how many more
QString changePath(const QString& path); // "client.applications[msmsgs].Disable" -> "msmsgs: Disable"
// What an error is about: a place of a policy, something of the service's, a file or a host.
QString subject(const QString& written); // "audit trail" -> "Audit trail"; what is not known stays as it is
QString field(const QString& path); // "client.port" -> "Port told to clients"; an unknown path stays as it is

} // namespace sallyport::texts
