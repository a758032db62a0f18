// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/link/trail.h"

#include <QHash>
#include <QObject>

namespace sallyport
{

// For the inspector of an object of the policy: who set it, in which revision and when, or that it is not applied yet.
// Asks the server once for each place while one revision is in force.
class InForce final : public QObject
{
    Q_OBJECT

public:
    explicit InForce(Server& server, QObject* parent = nullptr);

    // Rich text; "…" until the server has told, then told() follows. `changed`: the draft changes what stands at the
    // path. Its link, "revision:N", is for follow().
    QString about(const QString& path, bool changed);
    // Whether it is such a link; revisionWanted() follows if so.
    bool follow(const QString& link);

signals:
    void told();
    void revisionWanted(const QString& number);

private:
    void ask(const QString& path);
    QString words(const Result<Blame>& blame) const;

    Server& m_server;
    Revision m_revision; // that m_known speaks of; its number comes again when a backup of the policy was put back
    QHash<QString, std::optional<Result<Blame>>> m_known; // nothing: it has been asked for
};

} // namespace sallyport
