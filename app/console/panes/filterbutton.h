// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace sallyport
{

// A filter as a button: its words are cut at the end where they have no room, and never to fewer than are legible.
class FilterButton final : public QToolButton
{
    Q_OBJECT

public:
    static constexpr int mostCharacters = 24;

    explicit FilterButton(QWidget* parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace sallyport
