// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QDialog;

namespace sallyport
{

// Holds a page in a window that may be lower than the page: what has no room scrolls, the buttons beside it stay. A
// problem that shows up takes the room kept for it, or scrolls, and never makes the window grow.
class PageScroll final : public QScrollArea
{
    Q_OBJECT

public:
    explicit PageScroll(QWidget* page);

    // Brings a field of the page into view, with the line below it.
    void showField(QWidget* field);
    QSize sizeHint() const override; // of the whole page, with the room for problems
    QSize minimumSizeHint() const override; // of a few lines

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    int linesHigh(int lines) const;

    bool m_settling = false;
};

// Gives the dialog the size its contents ask for, at least `height` pixels high, and no more than its screen has. To be
// called once, before it is shown.
void fitOnScreen(QDialog* dialog, int height = 0);

} // namespace sallyport
