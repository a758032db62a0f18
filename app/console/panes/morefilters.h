// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QToolButton>

namespace sallyport
{

// The last of a row of buttons: its menu has those there is no room for.
class MoreFilters final : public QToolButton
{
    Q_OBJECT

public:
    explicit MoreFilters(QWidget* parent);

    // Shares that width, in pixels, among the buttons in their order and itself. The one that is checked always has
    // its own.
    void share(const QList<QToolButton*>& buttons, int width);

private:
    void fill();

    QList<QPointer<QToolButton>> m_buttons;
};

} // namespace sallyport
