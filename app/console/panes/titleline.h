// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHBoxLayout>

namespace sallyport
{

// The first line of a pane: its title, buttons, and the filter. Where there is not room for all of it, first the filter
// gets narrow, then the buttons lose their texts (their icons and tool tips stay), then the filter goes into a line of
// its own, and only then is the title cut.
class TitleLine final : public QHBoxLayout
{
public:
    QSize minimumSize() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    int minimumHeightForWidth(int width) const override { return heightForWidth(width); }
    void setGeometry(const QRect& rect) override;

private:
    // With the title in full and the filter as narrow as it gets.
    int wholeWidth(bool buttonsHaveTexts) const;
    QWidget* filter() const; // null for none
    bool isFolded(int width) const;
    int firstHeight() const; // of the line without the filter
    void fold(const QRect& rect);
    void widenTitle();
};

} // namespace sallyport
