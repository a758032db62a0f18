// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/link/troubles.h"
#include "app/console/panes/filterfield.h"
#include "app/console/panes/report.h"
#include "models/items/consoletreemodel.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace sallyport
{

class Columns;
class ElidedLabel;
class Server;

// One node's details: a title line with its actions and filter, one sentence of what it is, the content, and an
// inspector of what is selected. Panes report outcomes; they open sheets, but never message boxes.
class Pane : public QWidget
{
    Q_OBJECT

public:
    // The three actions every console of this kind has, where the node has them.
    enum class Standard { New, Properties, Delete };

    Pane(NodeKind kind, const QString& name, QWidget* parent = nullptr);

    NodeKind kind() const { return m_kind; }
    QAction* standardAction(Standard standard) const;
    const QList<QAction*>& paneActions() const { return m_actions; }
    FilterField* filterField() const { return m_filter; }
    // Those of its main list; null for a place without one.
    virtual Columns* columns() const { return nullptr; }
    // F5.
    virtual void refresh() { }
    // Brings the object a problem or change speaks of into view; the path is a policy path.
    virtual void reveal(const QString&) { }

signals:
    void reported(const sallyport::Report& report);
    void goTo(const sallyport::NodePath& path);
    // The same, with the place's filter box filled.
    void goToFiltered(const sallyport::NodePath& path, const QString& filter);
    // What was just put into the draft is to be reviewed; the comment says what it is.
    void reviewWanted(const QString& comment);
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
    // A quiet line above the content for what could not be fetched: plain text that says what and why, with a Retry
    // link when `retry` can be called. Empty text takes it away.
    void setTrouble(const QString& text, std::function<void()> retry = {});
    // Keeps that line at what could not be had of these.
    void showTroubles(Server& server, const QList<Thing>& things);
    // Rich text; links arrive in inspectorLink(). Empty hides nothing: the inspector keeps its room.
    void setInspector(const QString& html);
    virtual void inspectorLink(const QString&) { }
    // For the inspector of an object of the policy: when it came into force and by whom, or that it is not applied yet.
    static QString inForce(Server& server, bool changed);
    void report(const QString& text, Tone tone = Tone::Confirmed, std::function<void()> undo = {});

private:
    NodeKind m_kind;
    QHBoxLayout* m_titleLine;
    QVBoxLayout* m_above;
    QStackedLayout* m_stack;
    ElidedLabel* m_title;
    QLabel* m_sentence;
    QLabel* m_filterProblem;
    QLabel* m_trouble;
    std::function<void()> m_retry;
    QLabel* m_inspector;
    QWidget* m_content = nullptr;
    FilterField* m_filter = nullptr;
    QLabel* m_emptyText;
    QPushButton* m_emptyButton;
    QWidget* m_empty;
    QList<QAction*> m_actions;
    QHash<int, QAction*> m_standard;
};

} // namespace sallyport
