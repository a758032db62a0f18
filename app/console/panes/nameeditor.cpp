// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/nameeditor.h"

#include <QKeyEvent>

namespace sallyport
{

namespace
{
constexpr int mostCharacters = 60;
} // namespace

NameEditor::NameEditor(QWidget* parent)
    : QLineEdit(parent)
{
    setMaxLength(mostCharacters);
    hide();
}

void NameEditor::open(const QString& name)
{
    setText(name);
    m_opened = text();
    raise();
    show();
    selectAll();
    setFocus(Qt::OtherFocusReason);
}

void NameEditor::close(bool accepted)
{
    if (isHidden())
        return;
    hide(); // which takes the focus and so comes here again
    if (accepted && text() != m_opened)
        emit renamed(text().trimmed());
}

bool NameEditor::event(QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QLineEdit::event(event);
    event->accept();
    return true;
}

void NameEditor::keyPressEvent(QKeyEvent* event)
{
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enters && event->key() != Qt::Key_Escape) {
        QLineEdit::keyPressEvent(event);
        event->accept(); // what it has no use for is nobody else's
        return;
    }
    close(enters);
    emit leftByKey();
}

void NameEditor::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        close(true);
}

} // namespace sallyport
