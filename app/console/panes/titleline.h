// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHBoxLayout>

namespace sallyport
{

// The first line of a pane: its title, buttons, and the filter. Where there is not room for all of it, first the filter
// gets narrow, then the buttons lose their texts (their icons and tool tips stay), and only then is the title cut.
class TitleLine final : public QHBoxLayout
{
public:
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    // With every text in full and the filter as narrow as it gets.
    int wholeWidth() const;
    void widenTitle(bool rightToLeft);
};

} // namespace sallyport
