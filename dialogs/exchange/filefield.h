// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/sheet/files.h"

#include <QWidget>

namespace sallyport
{

class FileDrops;
class FileReader;
class PathField;

// The file that a dialog reads: its path is typed, pasted, dropped or chosen. It is read by another thread as soon as
// there is a file of that name; Enter asks for it, be it there or not, and then what was read before counts no more.
// Who leaves a path behind that is another than the one read asks for it as well.
class FileField final : public QWidget
{
    Q_OBJECT

public:
    // The title is that of the chooser, `placeholder` what the empty field says.
    FileField(const QString& title, const QString& placeholder, QWidget* parent = nullptr);

    // Where files are looked for, and in the end the folder of the one that was read last.
    void setFolder(const QString& folder);
    const QString& folder() const { return m_folder; }
    // Files dropped onto that widget are named here.
    void takeDropsOn(QWidget* target);
    // What was asked for is not answered any more.
    void drop();
    // Asks for what is named where that is another file than the one read; false where it is not.
    bool askForOther();

signals:
    void asked(); // an answer follows, or givenUp()
    void fileRead(const Result<PickedFile>& file);
    void givenUp(); // what was asked for, or could not be read: somebody types on
    void entered(); // Enter with nothing new to read

private slots:
    void browse();
    void pathEdited();
    void pathEntered();
    void take(const QString& path, const Result<PickedFile>& file);
    void noFile();

private:
    const QString m_title;
    QString m_folder;
    QString m_opened; // the path that was read last; empty: it could not be
    bool m_unread = false; // what was asked for, or tried, has not been read
    FileReader* m_reader;
    PathField* m_path;
    FileDrops* m_drops;
};

} // namespace sallyport
