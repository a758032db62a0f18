// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/sheet/pathfield.h"

#include <QDir>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

namespace sallyport
{

PathField::PathField(QWidget* parent)
    : QLineEdit(parent)
{
}

QString PathField::path() const
{
    QString written = text().trimmed();
    if (written.size() >= 2 && (written.front() == u'"' || written.front() == u'\'')
        && written.back() == written.front())
        written = written.sliced(1, written.size() - 2);
    if (written.isEmpty())
        return {};
    if (const QUrl url(written); url.isLocalFile())
        written = url.toLocalFile();
    if (written == u"~" || written.startsWith(QLatin1StringView("~/")))
        written.replace(0, 1, QDir::homePath());
    return QDir::cleanPath(QDir(m_folder).absoluteFilePath(written));
}

void PathField::setPath(const QString& path)
{
    setText(QDir::toNativeSeparators(path));
}

void PathField::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
    else
        QLineEdit::dragEnterEvent(event);
}

void PathField::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.isEmpty() || !urls.first().isLocalFile()) {
        QLineEdit::dropEvent(event);
        return;
    }
    setPath(urls.first().toLocalFile());
    event->acceptProposedAction();
}

} // namespace sallyport
