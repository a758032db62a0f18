// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace sallyport
{

// A line of widgets that goes on in a second line, and a third, where it is too long for one. Those that are elastic
// break it at their least width and share what a line has over; without one in it a line stands at the far edge.
class WrapLine final : public QLayout
{
public:
    using QLayout::QLayout;

    void add(QWidget* widget, bool elastic = false);

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    void setGeometry(const QRect& rect) override;

private:
    struct Item {
        std::unique_ptr<QLayoutItem> item;
        bool elastic = false;

        int least() const { return elastic ? item->minimumSize().width() : item->sizeHint().width(); }
        int heightFor(int width) const;
    };
    using Line = std::vector<const Item*>;

    std::vector<Line> linesFor(int width) const;
    std::vector<int> widthsOf(const Line& line, int width) const;
    // The height it takes; `place` puts the widgets there.
    int arrange(const QRect& rect, bool place) const;

    std::vector<Item> m_items;
};

} // namespace sallyport
