// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/filterbutton.h"

#include "dialogs/style/metrics.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

#include <utility>

namespace sallyport
{

namespace
{
constexpr int leastNameCharacters = 12;
} // namespace

FilterButton::FilterButton(QWidget* parent)
    : QToolButton(parent)
{
    setCheckable(true);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

QSize FilterButton::sizeHint() const
{
    const QSize size = QToolButton::sizeHint();
    return {qMin(size.width(), fontMetrics().averageCharWidth() * mostCharacters), size.height()};
}

QSize FilterButton::minimumSizeHint() const
{
    const QSize size = sizeHint();
    return {qMin(size.width(), fontMetrics().averageCharWidth() * leastNameCharacters), size.height()};
}

void FilterButton::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    // The style's own cutting leaves nothing of it.
    const QString words = fontMetrics().elidedText(
        std::exchange(option.text, {}), Qt::ElideRight, width() - 2 * metrics::tiny, Qt::TextShowMnemonic);
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    painter.drawItemText(
        rect(), Qt::AlignCenter | Qt::TextShowMnemonic, option.palette, isEnabled(), words, QPalette::ButtonText);
}

} // namespace sallyport
