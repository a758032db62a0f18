// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/tablemodel.h"
#include "models/policy/diff.h"
#include "models/policy/revision.h"

#include <optional>

namespace sallyport
{

// The revisions of one server, newest first, with what each changed as far as that is known.
class HistoryModel : public RowsModel<Revision>
{
    Q_OBJECT

public:
    enum Column { Number, State, Time, Author, Change, Comment, ColumnCount };

    using RowsModel::RowsModel;

    // The revision in force, marked.
    void setHead(RevisionNumber head);
    // What the revision in that row changed; nothing: the server can't tell. A comment that says just that, made where
    // nobody wrote one, is not shown again.
    void setChanges(int row, const std::optional<QList<PolicyChange>>& changes);
    // The first row whose changes are not known, or -1.
    int firstUnknown() const;

protected:
    std::span<const ColumnSpec> specs() const override;
    QString text(int row, int column) const override;
    QString keyOf(const Revision& row) const override;
    QVariant sortValue(int row, int column) const override;
    TimePoint time(int row, int column) const override;
    QString toolTip(int row, int column) const override;
    Mark mark(int row, int column) const override;

private:
    static QString changeKey(const Revision& revision);

    RevisionNumber m_head = 0;
    QSet<QString> m_automatic; // by changeKey(): comments that only say what was changed
    QHash<QString, QString> m_changes; // in words, by changeKey()
};

} // namespace sallyport
