// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/sheet/sheetmemory.h"
#include "models/policy/problem.h"

#include <QHash>
#include <QList>
#include <QWidget>

#include <functional>

class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace sallyport
{

// One thing wrong with what stands in a field: what, and what to do about it. Only errors keep a sheet from closing.
struct FieldProblem {
    QWidget* field = nullptr;
    QString text;
    Severity severity = Severity::Error;
    bool remark = false; // nothing is wrong: what becomes of what was typed

    static FieldProblem hint(QWidget* field, const QString& text) { return {field, text, Severity::Warning, true}; }
};

// What sheets and wizards have in common about a page: labelled fields with the problem shown under each. Fields get
// their buddy, accessible name and object name here, in one place.
class Page : public QWidget
{
    Q_OBJECT

public:
    // `name` is the object name; `title` the tab's or step's text.
    Page(QLatin1StringView name, const QString& title, QWidget* parent = nullptr);

    QString title() const { return m_title; }
    void setTitle(const QString& title) { m_title = title; }
    virtual QList<FieldProblem> problems() const { return {}; }
    bool hasErrors() const;
    // Shows problems of the fields that were edited, or of all.
    void refreshProblems(bool all);
    // Puts the focus into the first field with an error; false when there is none.
    bool focusFirstError();
    // What stands in the fields while one of those that were edited is in error; empty otherwise. Put back into another
    // page of the kind, which counts them as edited.
    UnfinishedTexts unfinished() const;
    void setUnfinished(const UnfinishedTexts& texts);
    // Puts the focus where typing starts.
    virtual void focusFirst();

    // Wizards only. Called when the step comes into view, and when Next or Finish is pressed on a page without errors:
    // `go` moves on and may be called later (never after the page is gone). Overriders report a failure as a problem of
    // a field.
    virtual void entered() { }
    virtual void leave(std::function<void()> go) { go(); }
    // Next stays disabled while false.
    virtual bool ready() const { return true; }

signals:
    void edited();
    // A leave() under way, shown as progress.
    void busyChanged(bool busy);

protected:
    // Heading over the fields that follow.
    void addSection(const QString& title);
    // "&Label:  [field] suffix". Known widgets (line edits, combo boxes, check boxes, radio buttons, text edits and
    // those with a signal edited()) report their edits by themselves.
    void addField(const QString& label, QWidget* field, QLatin1StringView name, const QString& suffix = {});
    // A field that carries its own text (check box, radio button), under the field column.
    void addChoice(QWidget* field, QLatin1StringView name);
    // Over both columns; takes the room that is left.
    void addWide(QWidget* widget, QLatin1StringView name, const QString& accessibleName);
    void addWideLayout(QLayout* layout);
    // A widget over both columns that no problem is shown of; it has its name already.
    void addBelow(QWidget* widget);
    // Quiet explaining text over both columns.
    QLabel* addNote(const QString& text);
    void endWithStretch();
    // Reports edits of a widget that was not added through the functions above.
    void watch(QWidget* field);
    // Takes loading out of the edits: nothing is reported while `load` runs, and all fields count as untouched
    // afterwards.
    void quietly(const std::function<void()>& load);
    void touch(QWidget* field);

private slots:
    void fieldEdited();

private:
    QLabel* problemLabelFor(QWidget* field);
    void addRow(QWidget* label, QWidget* field, const QString& suffix);
    QFormLayout* form();

    QString m_title;
    QVBoxLayout* m_layout;
    QFormLayout* m_form = nullptr;
    QHash<QWidget*, QLabel*> m_problemLabels;
    QList<QWidget*> m_touched;
    QWidget* m_first = nullptr;
    bool m_loading = false;
};

// A page for values of type T.
template <typename T> class ValuePage : public Page
{
public:
    using Page::Page;
    virtual void load(const T& value) = 0;
    // Writes what the fields say into `value`; a field in error leaves its part alone.
    virtual void save(T& value) const = 0;
};

} // namespace sallyport
