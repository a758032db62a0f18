// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

namespace sallyport
{

class MainWindow;

// Where the keys go in the main window. F6 goes round its parts: tree, a list in front of the main one where there is
// one, content of the place, inspector where it has links, Apply bar while it is shown. A control outside tree and
// place that is hidden or greyed while it has the focus (a button that was pressed, a link that led back) gives it back
// to where it was before.
class FocusRound final : public QObject
{
    Q_OBJECT

public:
    // The window's parts go by their object names: "tree", "panes", "applyBar".
    explicit FocusRound(MainWindow& window);

    void next() { step(1); }
    void previous() { step(-1); }
    void toPlace();

private:
    enum Part { Tree, SideList, Content, Inspector, Bar, PartCount };

    QWidget* widget(Part part) const; // null: it can't take the keys now
    Part current() const;
    void enter(Part part);
    void step(int by);
    void moved(QWidget* old, QWidget* now);

    MainWindow& m_window;
    QPointer<QWidget> m_last; // in the tree or the place
};

} // namespace sallyport
