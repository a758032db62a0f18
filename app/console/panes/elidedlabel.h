// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace sallyport
{

// One line of plain text of any length: it takes the room there is, has an ellipsis where that is too little, and shows
// the rest as its tool tip. While its words wrap, it is a QLabel. Names of servers and words of errors are as long as
// others make them; none of them may widen a window.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    void setText(const QString& text);
    // Where the ellipsis stands; at the end until said.
    void setElideMode(Qt::TextElideMode mode) { m_mode = mode; }
    QString shownText() const; // while its words do not wrap
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace sallyport
