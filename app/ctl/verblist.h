// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/verbs.h"

namespace sallyport
{

Answer showStatus(Remote& remote, const Arguments& arguments);

Answer showPolicy(Remote& remote, const Arguments& arguments);
Answer checkPolicy(Remote& remote, const Arguments& arguments);
Answer applyPolicy(Remote& remote, const Arguments& arguments);
Answer policyHistory(Remote& remote, const Arguments& arguments);
Answer policyBlame(Remote& remote, const Arguments& arguments);
Answer policyDiff(Remote& remote, const Arguments& arguments);
Answer restorePolicy(Remote& remote, const Arguments& arguments);
Answer exportPolicy(Remote& remote, const Arguments& arguments);

Answer listApplications(Remote& remote, const Arguments& arguments);
Answer setApplication(Remote& remote, const Arguments& arguments);
Answer unsetApplication(Remote& remote, const Arguments& arguments);

Answer exportIni(Remote& remote, const Arguments& arguments);
Answer importIni(Remote& remote, const Arguments& arguments);

Answer listSessions(Remote& remote, const Arguments& arguments);
Answer disconnectSessions(Remote& remote, const Arguments& arguments);
Answer serviceStatus(Remote& remote, const Arguments& arguments);
Answer startService(Remote& remote, const Arguments& arguments);
Answer stopService(Remote& remote, const Arguments& arguments);
Answer restartService(Remote& remote, const Arguments& arguments);

Answer listClients(Remote& remote, const Arguments& arguments);
Answer listAudit(Remote& remote, const Arguments& arguments);
Answer listLog(Remote& remote, const Arguments& arguments);
Answer listConsoles(Remote& remote, const Arguments& arguments);
Answer revokeConsole(Remote& remote, const Arguments& arguments);

// These two work without a service to ask.
Answer enrolServer(Remote& remote, const Arguments& arguments);
Answer listServers(Remote& remote, const Arguments& arguments);

// Of a verb that writes FILE, which is an empty word: a variable of a script that is not set, say.
inline Answer noFileName()
{
    return Answer::usage(QStringLiteral("FILE"), QStringLiteral("is empty; name a file, or leave it out to print"));
}

// A new revision as every applying verb answers with it.
Answer appliedAnswer(const Revision& before, const Revision& after);

} // namespace sallyport
