// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/exchange/exportdocuments.h"
#include "dialogs/exchange/linediff.h"
#include "dialogs/sheet/files.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace sallyport
{

class DocumentChoice;
class FileField;
class IniView;

// What differs between a file and the document of the draft that it is one of.
class CompareDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit CompareDialog(const QList<ExportDocument>& documents, QWidget* parent = nullptr);

    // Where files are looked for: the folder used last, and in the end the one to remember.
    void setFolder(const QString& folder);
    const QString& folder() const;

private slots:
    void asked();
    void fileRead(const Result<PickedFile>& file);
    void compare();
    void copy();

private:
    QPushButton* addButton(const char* name, const char* iconName, const QString& text);

    const QList<ExportDocument> m_documents;
    std::optional<QString> m_text; // of the file; nothing: none was read
    QList<DiffLine> m_lines;
    FileField* m_file;
    DocumentChoice* m_choice;
    IniView* m_difference;
    QLabel* m_status;
    QPushButton* m_copy;
    QPushButton* m_next;
    QPushButton* m_previous;
};

} // namespace sallyport
