// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace sallyport
{

// Dims the whole of another widget: what is under it can be read and used, and is seen not to be live.
class Veil final : public QWidget
{
    Q_OBJECT

public:
    explicit Veil(QWidget* over);

    void setDimmed(bool dimmed);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace sallyport
