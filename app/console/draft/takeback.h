// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/policy/diff.h"
#include "models/policy/revision.h"

#include <functional>

class QObject;

namespace sallyport
{

class Server;

// One revision: the policy it came upon and the one it made.
struct RevisionStep {
    RevisionNumber number = 0;
    Policy before;
    Policy after;
};

// `draft` with the inverse of what each step changed, the newest step first. What was changed again since stays as it
// is and is named in `kept`, by policy paths; so does everything that the steps did not touch.
struct TakenBack {
    Policy policy;
    QStringList kept;
};
TakenBack takeBack(QList<RevisionStep> steps, const Policy& draft);

// What became of a draft into which something older was put: one step of undo, unless nothing differed.
struct PutBack {
    bool changed = false;
    QStringList kept; // as in TakenBack
    int replaced = 0; // changes that were in the draft, not applied, and went for it
    // For the history: what of it is in a draft that some of it may have been dropped from; empty for nothing.
    std::function<QString(const Policy& draft)> comment;
};
using PutBackDone = std::function<void(const Result<PutBack>&)>;

// Takes what those revisions changed back, out of the server's draft; each must have a parent. Nothing is in force
// before the draft is applied. `done` runs on the user interface's thread, unless `context` is gone by then.
void takeBackInDraft(Server& server, const QList<Revision>& revisions, QObject* context, const PutBackDone& done);
// Makes the draft what that revision was.
void returnInDraft(Server& server, const Revision& revision, QObject* context, const PutBackDone& done);

} // namespace sallyport
