// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/linklabel.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QLabel>

namespace sallyport
{

namespace
{

class LinkLabel final : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void focusInEvent(QFocusEvent* event) override
    {
        QLabel::focusInEvent(event);
        if (!hasSelectedText())
            focusNextPrevChild(event->reason() != Qt::BacktabFocusReason); // from the label to the link in it
    }

    // Whether or not the link is marked: where a popup had the keys, it is not any more.
    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            emit linkActivated(QStringLiteral("#"));
        else
            QLabel::keyPressEvent(event);
    }
};

} // namespace

QLabel* linkLabel(const QString& name, QWidget* parent)
{
    auto* label = new LinkLabel(parent);
    label->setTextFormat(Qt::RichText);
    label->setObjectName(name);
    label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    label->setFocusPolicy(Qt::TabFocus);
    return label;
}

void showLink(QLabel& label, const QString& text)
{
    label.setText(QStringLiteral("<a href=\"#\">%1</a>").arg(text.toHtmlEscaped()));
    label.setAccessibleName(text);
}

} // namespace sallyport
