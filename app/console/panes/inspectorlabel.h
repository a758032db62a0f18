// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace sallyport
{

// Rich text whose links the keyboard reaches: Tab comes here only while there are any, with a frame to see it by, and
// goes from one to the next. Its text is what an assistive technology reads.
class InspectorLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit InspectorLabel(QWidget* parent = nullptr);

    // The same text again changes nothing: neither what is selected in it nor which link has the focus.
    void setHtml(const QString& html);

signals:
    // A link has the focus: where it stands in the label.
    void linkFocused(const QRect& place);

protected:
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QRect placeOf(int from, int to) const;
};

} // namespace sallyport
