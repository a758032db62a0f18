// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/sheet/filedrops.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace sallyport
{

namespace
{

// Empty for what is no file of this machine.
QString firstFile(const QMimeData& data)
{
    const QList<QUrl> urls = data.urls();
    return urls.isEmpty() ? QString() : urls.first().toLocalFile();
}

} // namespace

void FileDrops::watch(QWidget* target)
{
    target->setAcceptDrops(true);
    target->installEventFilter(this);
}

bool FileDrops::eventFilter(QObject* watched, QEvent* event)
{
    const bool drops = event->type() == QEvent::Drop;
    if (!drops && event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove)
        return QObject::eventFilter(watched, event);
    auto* drag = static_cast<QDropEvent*>(event);
    const QString path = firstFile(*drag->mimeData());
    if (path.isEmpty())
        return false;
    drag->acceptProposedAction();
    if (drops)
        emit dropped(path);
    return true;
}

} // namespace sallyport
