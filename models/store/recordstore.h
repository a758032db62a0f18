// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/policy/revision.h"
#include "models/policy/session.h"

#include <functional>
#include <memory>

namespace sallyport
{

class StoreGuard;

// A console that was let in: its certificate's fingerprint and role.
struct EnrolledConsole {
    QString fingerprint; // SHA-256 of the certificate, lower-case hex
    QString name;
    Role role = Role::Viewer;
    TimePoint enrolled;
};

// As much as is kept of a name that a client chose: 256 bytes of UTF-8, cut between characters.
QString keptName(const QString& name);

// The service's small durable records beside the policy: audit trail, client fetches, enrolled consoles, open codes.
// Durable before acknowledged. One instance belongs to one thread.
class RecordStore
{
public:
    // `guard` watches the file, for a process that alone writes to it; what it says is an error of whatever writes.
    static Result<std::unique_ptr<RecordStore>> open(
        const QString& file, const std::shared_ptr<StoreGuard>& guard = {});
    virtual ~RecordStore() = default;
    // Makes the file whole by itself, see Database::settle(). False: not now, try again later.
    virtual bool settle() { return true; }

    // Runs `change`, which calls this store, in one transaction: durable as a whole once this is ok, and undone when
    // `change` fails or it can't be written.
    virtual Status atomically(const std::function<Status()>& change) = 0;

    virtual Status addAudit(const AuditRecord& record) = 0; // number is given by the store
    virtual Result<QList<AuditRecord>> audit(int limit, std::uint64_t before = 0) = 0; // newest first
    // Whether the call that made the revision is recorded. Older services kept no more of that than the beginning of
    // its sentence, which has to have been written by the revision's author at its time or later.
    virtual Result<bool> hasRevision(const Revision& revision, const QString& beginning) = 0;

    // Keyed by (computer, address), as much of the name as is kept; a longer one that an older service kept of the same
    // computer becomes this one.
    virtual Status noteFetches(const QList<ClientFetch>& fetches) = 0;
    // At most `limit` behind `after`, which becomes what the next page is behind, or 0 when there is none.
    virtual Result<QList<ClientFetch>> fetchPage(int limit, std::uint64_t& after) = 0;
    Result<QList<ClientFetch>> fetches();

    // A one-time code, kept as its SHA-256; taking it succeeds once, before `expires`.
    virtual Status addEnrolmentCode(const QByteArray& codeHash, Role role, TimePoint expires) = 0;
    virtual Result<Role> takeEnrolmentCode(const QByteArray& codeHash, TimePoint now) = 0;
    virtual Status addConsole(const EnrolledConsole& console) = 0;
    virtual Status removeConsole(const QString& fingerprint) = 0;
    virtual Result<QList<EnrolledConsole>> consoles() = 0;
};

} // namespace sallyport
