// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/keptfilters.h"
#include "app/console/panes/report.h"

#include <QWidget>

class QAction;
class QToolButton;

namespace sallyport
{

class FilterField;
class MoreFilters;
class NameEditor;

// The filters kept of a list, a button each; it takes no room while there are none. A button puts its filter into the
// field, or clears the field while that filter is in force, which is when it is checked. Its menu renames, moves and
// removes it, as F2 and Delete do. Those there is no room for are in the menu of a last button; the one in force always
// has its own. What is typed is kept by an action of the field, offered while it is understood and not
// kept yet.
class SavedFilters final : public QWidget
{
    Q_OBJECT

public:
    // `parent` is where the key of the action works.
    SavedFilters(const QString& name, FilterField& field, QWidget* parent);

    const QList<QToolButton*>& buttons() const { return m_buttons; } // those without room as well
    QList<QWidget*> tabStops() const;
    QSize minimumSizeHint() const override;

signals:
    void reported(const sallyport::Report& report);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void load();
    QToolButton* makeButton(const QString& filter);
    void showButtons();
    void showInForce();
    void beginRename(const QString& filter);
    void rename(const QString& name);
    void placeEditor();
    void keep();
    void press(const QString& filter);
    void remove(const QString& filter);
    void putBack(const QString& filter, const QString& name, qsizetype at);
    void move(const QString& filter, int by);
    void showMenu(const QString& filter, QToolButton* button);

    KeptFilters m_filters;
    FilterField& m_field;
    QAction* m_keep;
    MoreFilters* m_more;
    NameEditor* m_editor;
    QString m_renamed; // while the editor is open
    QList<QToolButton*> m_buttons;
};

} // namespace sallyport
