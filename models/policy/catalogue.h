// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/problem.h"
#include "models/policy/session.h"

#include "models/base/result.h"

#include <QDate>

namespace sallyport
{

// How a program gets out by one way, and what closes it.
struct CatalogueWayOut {
    SessionType way = SessionType::FirewallClient;
    QString closedBy; // one plain English sentence
};

// A program that administrators are known to block.
struct CatalogueProgram {
    QString name; // "MSN Messenger"
    QString kind; // "messenger", "meetings", "remote control", "file sharing"
    bool inService = true; // false: the service behind it is closed
    QStringList sections; // its file names without extension: the sections to write in mspclnt.ini
    QStringList destinations; // host names, "*.domain", addresses or ranges "FROM-TO" it talks to
    QList<CatalogueWayOut> waysOut;
    QString source; // where these facts were read, or that they are general knowledge
    QDate date; // when they were last checked
};

// resources/applications.json: what a list of programs can offer and a view of ways out can explain. Dated, since hosts
// and program names change; nothing is enforced by it.
struct Catalogue {
    QList<CatalogueProgram> programs;

    // By any of the program's file names, as programKey() compares them.
    const CatalogueProgram* find(QStringView program) const;
};

inline constexpr int catalogueFormat = 1;

// Strict, like policy JSON: what nobody knows, a section of two programs, a program without source, date or a way out
// is an error with its path. All problems go to `problems` when it is given.
Result<Catalogue> readCatalogue(const QByteArray& utf8, QList<Problem>* problems = nullptr);

} // namespace sallyport
