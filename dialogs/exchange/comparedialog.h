// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/exchange/exportdocuments.h"
#include "dialogs/exchange/linediff.h"
#include "models/base/result.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace sallyport
{

class DocumentChoice;
class IniView;
class FileReader;
class PathField;
struct PickedFile;

// What differs between a file and the document of the draft that it is one of.
class CompareDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit CompareDialog(const QList<ExportDocument>& documents, QWidget* parent = nullptr);

    // Where files are looked for: the folder used last, and in the end the one to remember.
    void setFolder(const QString& folder);
    const QString& folder() const { return m_folder; }

private slots:
    void browse();
    void pathEdited();
    void pathEntered();
    void compare();
    void copy();

private:
    QPushButton* addButton(const char* name, const char* iconName, const QString& text);
    void noFile();
    void fileRead(const QString& path, const Result<PickedFile>& file);

    const QList<ExportDocument> m_documents;
    QString m_folder;
    QString m_opened; // the path that was read last
    std::optional<QString> m_text; // of the file; nothing: none was read
    QList<DiffLine> m_lines;
    FileReader* m_reader;
    PathField* m_path;
    DocumentChoice* m_choice;
    IniView* m_difference;
    QLabel* m_status;
    QPushButton* m_copy;
    QPushButton* m_next;
    QPushButton* m_previous;
};

} // namespace sallyport
