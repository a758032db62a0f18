// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace sallyport
{

class InspectorLabel;

// The room of the inspector: a few lines however little it says, so that nothing moves from row to row, and no more
// than a third of its pane however much, of a low one less; the rest is scrolled to, and follows the link that has the
// focus.
class InspectorScroll final : public QScrollArea
{
    Q_OBJECT

public:
    InspectorScroll(InspectorLabel* inspector, QWidget* pane);

    void setLow(bool low);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

private:
    bool m_low = false;
};

} // namespace sallyport
