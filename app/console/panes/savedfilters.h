// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/report.h"

#include <QStringList>
#include <QWidget>

class QAction;
class QToolButton;

namespace sallyport
{

class FilterField;

// The filters kept of a list, a button each; it takes no room while there are none. A button puts its filter into the
// field, or clears the field while that filter is in force, which is when it is checked. Its menu moves and removes it,
// Delete removes it too. What is typed is kept by an action of the field, offered while it is understood and not kept
// yet. Filters are kept in the settings by the name of the list, in words that every language reads.
class SavedFilters final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int most = 12;

    // `parent` is where the key of the action works.
    SavedFilters(const QString& name, FilterField& field, QWidget* parent);

    const QList<QToolButton*>& buttons() const { return m_buttons; }

signals:
    void reported(const sallyport::Report& report);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void load();
    void store(const QStringList& filters);
    QToolButton* makeButton(const QString& filter);
    void showButtons();
    void showInForce();
    void keep();
    void press(const QString& filter);
    void remove(const QString& filter);
    void putBack(const QString& filter, qsizetype at);
    void move(const QString& filter, int by);
    void showMenu(const QString& filter, QToolButton* button);
    bool hasRoomFor(const QString& filter) const;

    QString m_key; // in the settings
    FilterField& m_field;
    QAction* m_keep;
    QStringList m_filters;
    QList<QToolButton*> m_buttons;
};

} // namespace sallyport
