// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/link/troubles.h"
#include "app/console/panes/filterfield.h"
#include "app/console/panes/report.h"
#include "models/items/consoletreemodel.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QAbstractItemView;
class QAction;
class QHBoxLayout;
class QLabel;
class QMenu;
class QStackedLayout;
class QVBoxLayout;

namespace sallyport
{

class Columns;
class ElidedLabel;
class EmptyState;
class InspectorLabel;
class InspectorScroll;
class PageScroll;
class RowMenu;
class SavedFilters;
class Server;
class TroubleLine;
struct PutBack;

// One node's details: a title line with its actions and filter, one sentence of what it is, the content, and an
// inspector of what is selected. Panes report outcomes; they open sheets, but never message boxes. Ages in the lists of
// a pane move while it is seen. Tab goes from the title line's buttons over the filter and the lists to the inspector's
// links; Down and Enter leave the filter for the first row.
class Pane : public QWidget
{
    Q_OBJECT

public:
    // The three actions every console of this kind has, where the node has them.
    enum class Standard { New, Properties, Delete };

    Pane(NodeKind kind, const QString& name, QWidget* parent = nullptr);

    NodeKind kind() const { return m_kind; }
    // Whose node it is; null for a place of no server. Once, before the pane is shown.
    void setServer(Server& server);
    Server* server() const { return m_server; }
    // Whether somebody leads to other places from here and opens sheets there; without that, nothing is offered that
    // needs it. On until said.
    void setLinked(bool linked) { m_linked = linked; }
    bool isLinked() const { return m_linked; }
    QAction* standardAction(Standard standard) const;
    const QList<QAction*>& paneActions() const { return m_actions; }
    FilterField* filterField() const { return m_filter; }
    // Those of its main list; null for a place without one.
    virtual Columns* columns() const { return nullptr; }
    // A list in front of the main one that F6 goes to as well; null for a place without one.
    virtual QWidget* sideList() const { return nullptr; }
    // One goes here: to the first row of the list, selected, as soon as there is one.
    void focusContent();
    // What may be done with the current row beyond the pane's own actions, in front of `before` (see RowMenu).
    void addRowEntries(QMenu* menu, QAction* before);
    // Why the user may change nothing here, in a sentence; empty when he may.
    QString forbidden() const;
    // The words its filter knows, for help; empty for a place without one.
    QString filterHelp() const { return m_filter ? m_filter->help() : QString(); }
    QString sentenceText() const;
    // F5.
    virtual void refresh() { }
    // Brings a row into view: what stands at a policy path, for History a revision by its number.
    virtual void reveal(const QString&) { }
    QSize minimumSizeHint() const override;

signals:
    void reported(const sallyport::Report& report);
    void goTo(const sallyport::NodePath& path);
    // The same, with the place's filter box filled.
    void goToFiltered(const sallyport::NodePath& path, const QString& filter);
    // The same, with that row brought into view: see reveal().
    void goToRow(const sallyport::NodePath& path, const QString& row);
    // What was just put into the draft is to be reviewed.
    void reviewWanted(const sallyport::PutBack& put);
    // A sheet that keeps this program off is wanted, filled in; it goes into the draft of the pane's server.
    void blockWanted(const QString& program);

protected:
    // With a button on the title line when `prominent`; always in the Action menu and the context menu of the content.
    QAction* addPaneAction(const QString& name, const QString& text, QLatin1StringView icon, bool prominent = true);
    void setStandard(Standard standard, QAction* action);
    void addFilter();
    void setTitle(const QString& text);
    void setSentence(const QString& text);
    void setContent(QWidget* content);
    // Between the sentence and the content.
    void addAbove(QWidget* widget);
    // Shown instead of the content while there is none: what this place is for, and the first step.
    void setEmptyState(const QString& text, QAction* firstStep);
    void showEmpty(bool empty);
    // Above the content, see TroubleLine: says what could not be fetched and why.
    void setTrouble(const QString& text, std::function<void()> retry = {});
    // Keeps that line at what could not be had of these.
    void showTroubles(Server& server, const QList<Thing>& things);
    // A list of the content's, after its model is set; the first is the main one. `menu` is the list's.
    void addList(QAbstractItemView* list, RowMenu& menu);
    // What to say of an empty list whose server does not answer; empty when what is shown is so.
    QString unknown() const;
    // Every few seconds while the pane is seen.
    virtual void showAges();
    // Said when Delete is pressed and nothing is selected.
    virtual QString selectFirst() const;
    // Called with the first size, and when it becomes so low that everything else must leave its room to the list, or
    // is no longer.
    virtual void setLow(bool) { }
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    // Rich text; links arrive in inspectorLink(). Empty hides nothing: the inspector keeps its room.
    void setInspector(const QString& html);
    virtual void inspectorLink(const QString&) { }
    void report(const QString& text, Tone tone = Tone::Confirmed, Undo undo = {});

private:
    void leaveFilter();
    void selectRow(QAbstractItemView& list);
    void rowsCame(QAbstractItemView& list);
    void arrangeTabs();
    bool isUnknown() const;

    NodeKind m_kind;
    Server* m_server = nullptr;
    bool m_linked = true;
    QHBoxLayout* m_titleLine;
    QVBoxLayout* m_above;
    QStackedLayout* m_stack;
    ElidedLabel* m_title;
    ElidedLabel* m_sentence;
    QLabel* m_filterProblem;
    TroubleLine* m_trouble;
    InspectorLabel* m_inspector;
    InspectorScroll* m_inspectorScroll;
    std::optional<bool> m_low; // none before the first size
    QWidget* m_content = nullptr;
    FilterField* m_filter = nullptr;
    SavedFilters* m_saved = nullptr; // with the filter
    EmptyState* m_empty;
    PageScroll* m_emptyScroll;
    QList<QAction*> m_actions;
    QHash<int, QAction*> m_standard;
    QList<QAbstractItemView*> m_lists;
    RowMenu* m_rowMenu = nullptr; // of the main list
    QAbstractItemView* m_waiting = nullptr; // has the focus and had no row to select
    bool m_contentWanted = false; // there was none to focus
    QTimer m_ages{this};
};

} // namespace sallyport
