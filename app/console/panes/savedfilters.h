// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/report.h"

#include <QStringList>
#include <QVariantMap>
#include <QWidget>

class QAction;
class QLineEdit;
class QToolButton;

namespace sallyport
{

class FilterField;

// The filters kept of a list, a button each; it takes no room while there are none. A button puts its filter into the
// field, or clears the field while that filter is in force, which is when it is checked. Its menu renames, moves and
// removes it, as F2 and Delete do. Those there is no room for are in the menu of a last button; the one in force always
// has its own. What is typed is kept by an action of the field, offered while it is understood and not kept
// yet. Filters are kept in the settings by the name of the list, in words that every language reads, and the names
// given to them beside them.
class SavedFilters final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int most = 12;

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
    void store(const QStringList& filters);
    QToolButton* makeButton(const QString& filter);
    void showButtons();
    void showInForce();
    void share(); // the room
    void fillMore();
    QString nameOf(const QString& filter) const;
    void beginRename(const QString& filter);
    void endRename(bool accepted);
    void keep();
    void press(const QString& filter);
    void remove(const QString& filter);
    void putBack(const QString& filter, const QString& name, qsizetype at);
    void move(const QString& filter, int by);
    void showMenu(const QString& filter, QToolButton* button);
    bool hasRoomFor(const QString& filter) const;

    QString m_key; // in the settings
    FilterField& m_field;
    QAction* m_keep;
    QStringList m_filters;
    QVariantMap m_names; // by filter, of those that were given one
    QToolButton* m_more;
    QLineEdit* m_editor;
    QString m_renamed; // while the editor is open
    QList<QToolButton*> m_buttons;
};

} // namespace sallyport
