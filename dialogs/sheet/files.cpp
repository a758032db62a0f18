// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/sheet/files.h"

#include "models/base/filewriting.h"
#include "models/items/texts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace sallyport
{

namespace
{

constexpr qint64 largestFile = 16 * 1024 * 1024;

struct FileTexts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::FileTexts)
};

bool isSomethingElse(const QString& path)
{
    const QFileInfo info(path);
    return info.exists() && !info.isFile();
}

QFileDialog* openChooser(QWidget* parent, const QString& name, const QString& title, const QString& folder,
    const QString& filter, std::function<void(const QString&)> done)
{
    const QString start = QFileInfo(folder).isDir() ? folder : startFolder({});
    auto* dialog = new QFileDialog(parent, title, start, filter);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(done));
    return dialog;
}

} // namespace

QString startFolder(const QString& folder)
{
    if (!folder.isEmpty())
        return folder;
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

bool holdsSomething(const QString& path)
{
    const QFileInfo info(path);
    return info.isFile() && info.size() > 0;
}

Result<PickedFile> readFile(const QString& path)
{
    if (isSomethingElse(path))
        return Error{ErrorCode::Io, path, FileTexts::tr("It is no file. Choose a file.")};
    const QFileInfo info(path);
    if (info.exists() && info.size() == 0)
        return Error{ErrorCode::Io, path, FileTexts::tr("It is empty.")};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, path, FileTexts::tr("It can't be read: %1").arg(file.errorString())};
    QByteArray bytes = file.read(largestFile + 1);
    if (bytes.size() > largestFile)
        return Error{
            ErrorCode::LimitExceeded, path, FileTexts::tr("It is larger than 16 MiB, so it can't be such a file.")};
    return PickedFile{QFileInfo(path).fileName(), std::move(bytes)};
}

Result<QString> writeFile(const QString& path, const QByteArray& bytes)
{
    if (isSomethingElse(path))
        return Error{ErrorCode::Io, path, FileTexts::tr("It is there already and no file. Choose another name.")};
    if (const Status written = writeWholeFile(path, bytes); !written)
        return Error{ErrorCode::Io, path, FileTexts::tr("It can't be written: %1").arg(texts::detail(written.error()))};
    return path;
}

void openFile(QWidget* parent, const QString& title, const QString& filter,
    std::function<void(const Result<PickedFile>&)> done, const QString& folder)
{
    chooseFile(parent, title, filter, folder, [done = std::move(done)](const QString& path) { done(readFile(path)); });
}

void chooseFile(QWidget* parent, const QString& title, const QString& filter, const QString& folder,
    std::function<void(const QString&)> done)
{
    QFileDialog* dialog = openChooser(parent, QStringLiteral("openFile"), title, folder, filter, std::move(done));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->open();
}

void chooseNewFile(QWidget* parent, const QString& title, const QString& suggestedPath, const QString& filter,
    std::function<void(const QString&)> done)
{
    const QFileInfo suggested(suggestedPath);
    QFileDialog* dialog
        = openChooser(parent, QStringLiteral("saveFile"), title, suggested.path(), filter, std::move(done));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suggested.suffix());
    dialog->selectFile(suggested.fileName());
    dialog->open();
}

} // namespace sallyport
