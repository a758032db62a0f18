// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/sheet/pathfield.h"

#include "dialogs/sheet/filedrops.h"
#include "dialogs/sheet/sections.h"
#include "dialogs/style/icons.h"

#include <QDir>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace sallyport
{

PathField::PathField(QWidget* parent)
    : QLineEdit(parent)
{
    auto* drops = new FileDrops(this);
    drops->watch(this);
    connect(drops, &FileDrops::dropped, this, &PathField::setPath);
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

QPushButton* addPathLine(QVBoxLayout* layout, const QString& label, PathField* field)
{
    auto* browse = new QPushButton(icon(QLatin1StringView("open")), PathField::tr("&Browse…"));
    browse->setObjectName(QStringLiteral("browse"));
    browse->setAutoDefault(false);
    addLabelled(layout, label, field)->addWidget(browse);
    return browse;
}

} // namespace sallyport
