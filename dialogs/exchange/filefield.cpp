// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/filefield.h"

#include "dialogs/sheet/filedrops.h"
#include "dialogs/sheet/filereader.h"
#include "dialogs/sheet/pathfield.h"

#include <QFileInfo>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport
{

FileField::FileField(const QString& title, const QString& placeholder, QWidget* parent)
    : QWidget(parent)
    , m_title(title)
    , m_reader(new FileReader(this))
    , m_path(new PathField)
    , m_drops(new FileDrops(this))
{
    m_path->setObjectName(QStringLiteral("path"));
    m_path->setPlaceholderText(placeholder);
    setFocusProxy(m_path);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    const QPushButton* browseButton = addPathLine(layout, tr("&File:"), m_path);
    connect(browseButton, &QPushButton::clicked, this, &FileField::browse);
    connect(m_path, &QLineEdit::textChanged, this, &FileField::pathEdited);
    connect(m_path, &QLineEdit::returnPressed, this, &FileField::pathEntered);
    connect(m_path, &QLineEdit::editingFinished, this, [this] {
        if (!m_path->hasFocus()) // left; Enter has asked by then
            askForOther();
    });
    connect(m_drops, &FileDrops::dropped, m_path, &PathField::setPath);
    connect(m_reader, &FileReader::fileRead, this, &FileField::take);
    connect(m_reader, &FileReader::noFile, this, &FileField::noFile);
    setFolder({});
}

void FileField::setFolder(const QString& folder)
{
    m_folder = startFolder(folder);
    m_path->setFolder(m_folder);
}

void FileField::takeDropsOn(QWidget* target)
{
    m_drops->watch(target);
}

void FileField::drop()
{
    m_reader->drop();
    m_unread = false;
}

void FileField::browse()
{
    chooseFile(this, m_title,
        tr("All that can be read (*.ini *.txt *.json);;ini files (*.ini);;Address tables (*.txt);;"
           "JSON documents (*.json);;All files (*)"),
        m_folder, [this](const QString& path) { m_path->setPath(path); });
}

// A path is read once there is a file of that name: who pastes one needs no key more.
void FileField::pathEdited()
{
    const QString path = m_path->path();
    if (path == m_opened || path.isEmpty()) {
        m_reader->drop();
        noFile();
    } else {
        m_reader->tryFile(path);
    }
}

void FileField::pathEntered()
{
    const QString path = m_path->path();
    if (path.isEmpty() || path == m_opened) {
        emit entered();
        return;
    }
    m_opened.clear();
    m_unread = true;
    emit asked();
    m_reader->readFile(path);
}

bool FileField::askForOther()
{
    const QString path = m_path->path();
    if (m_opened.isEmpty() || path.isEmpty() || path == m_opened)
        return false;
    pathEntered();
    return true;
}

void FileField::take(const QString& path, const Result<PickedFile>& file)
{
    m_opened = file ? path : QString();
    m_unread = !file;
    if (file)
        m_folder = QFileInfo(path).absolutePath();
    emit fileRead(file);
}

void FileField::noFile()
{
    if (!m_unread)
        return;
    m_unread = false;
    emit givenUp();
}

} // namespace sallyport
