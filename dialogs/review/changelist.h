// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/diff.h"

#include <QTreeView>

class QAbstractItemModel;

namespace sallyport
{

// A list of changes or problems as the review dialogs show it, at least `rows` high.
QTreeView* changeList(QAbstractItemModel* model, const QString& objectName, const QString& accessibleName, int rows);

// Columns but the last as wide as what they say.
void fitColumns(QTreeView* list);

class ChangesModel;

// The changes of a draft, with what can be done about each: taken out of the draft, gone to, copied.
class DraftChanges final : public QTreeView
{
    Q_OBJECT

public:
    explicit DraftChanges(QWidget* parent = nullptr);

    void setChanges(const QList<PolicyChange>& changes);
    QList<PolicyChange> selected() const;

signals:
    void dropWanted(const QList<sallyport::PolicyChange>& changes);
    void goToWanted(const QString& path);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void drop();
    void goTo();
    void copy() const;

    ChangesModel* m_model;
};

} // namespace sallyport
