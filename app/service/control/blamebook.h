// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/diff.h"
#include "models/policy/revision.h"
#include "models/store/policystore.h"

#include <QHash>

#include <chrono>

namespace sallyport
{

// Which revision last changed a place of the policy in force. Looks through the revisions newest first, no further than
// it is asked for, and remembers what it has seen, so that each is compared once. For one thread.
class BlameBook
{
public:
    struct Limits {
        int revisions = 500; // looked at for one answer
        std::chrono::milliseconds time{1000}; // likewise
        qsizetype places = 200'000; // remembered at all
    };
    struct Answer {
        std::optional<Revision> revision;
        // Without one: no revision after this one changed it; further back was not looked.
        RevisionNumber unchangedSince = 0;
    };

    BlameBook() = default;
    explicit BlameBook(const Limits& limits)
        : m_limits(limits)
    {
    }

    // `policy` is the one of `head`. A path is one of PolicyChange, or the beginning of such: "client.applications[x]",
    // "client.applications[x].Disable", "filters". ErrorCode::NotFound: nothing stands there.
    Result<Answer> ask(PolicyStore& store, const Revision& head, const Policy& policy, const QString& path);

private:
    using Deadline = std::chrono::steady_clock::time_point;
    Status catchUp(PolicyStore& store, const Revision& head, const Policy& policy, Deadline end);
    Status lookBack(PolicyStore& store);
    void note(const QList<PolicyChange>& changes, const Policy& after, RevisionNumber revision);
    void start(const Revision& head, const Policy& policy);
    RevisionNumber known(const QString& key) const;

    Limits m_limits;
    Revision m_head;
    QHash<QString, RevisionNumber> m_touched; // by path, entries by their id, and everything above it
    QHash<QString, RevisionNumber> m_added; // entries, with all that stood in them
    Revision m_next; // the next to be compared with its parent
    Policy m_nextPolicy;
};

} // namespace sallyport
