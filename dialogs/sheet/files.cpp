// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/sheet/files.h"

#include "models/base/filewriting.h"
#include "models/items/texts.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>

namespace sallyport
{

namespace
{

constexpr qint64 largestFile = 16 * 1024 * 1024;

struct FileTexts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::FileTexts)
};

} // namespace

Result<PickedFile> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, path, FileTexts::tr("It can't be read: %1").arg(file.errorString())};
    // A device or pipe says it is empty however much it gives.
    QByteArray bytes = file.read(largestFile + 1);
    if (bytes.size() > largestFile)
        return Error{
            ErrorCode::LimitExceeded, path, FileTexts::tr("It is larger than 16 MiB, so it can't be such a file.")};
    return PickedFile{QFileInfo(path).fileName(), std::move(bytes)};
}

Result<QString> writeFile(const QString& path, const QByteArray& bytes)
{
    if (const Status written = writeWholeFile(path, bytes); !written)
        return Error{ErrorCode::Io, path, FileTexts::tr("It can't be written: %1").arg(texts::detail(written.error()))};
    return path;
}

void openFile(
    QWidget* parent, const QString& title, const QString& filter, std::function<void(const Result<PickedFile>&)> done)
{
    auto* dialog = new QFileDialog(parent, title, QString(), filter);
    dialog->setObjectName(QStringLiteral("openFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
        [done = std::move(done)](const QString& path) { done(readFile(path)); });
    dialog->open();
}

void saveFile(QWidget* parent, const QString& title, const QString& suggestedName, const QByteArray& bytes,
    std::function<void(const Result<QString>&)> done)
{
    auto* dialog = new QFileDialog(parent, title);
    dialog->setObjectName(QStringLiteral("saveFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggestedName);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
        [done = std::move(done), bytes](const QString& path) { done(writeFile(path, bytes)); });
    dialog->open();
}

} // namespace sallyport
