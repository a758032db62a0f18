// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/exchange/exportdocuments.h"
#include "models/base/result.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTabWidget;

namespace sallyport
{

class DocumentChoice;
class IniView;
class PathField;

// Export: a preview with its problems, the difference from what is in force, Copy and Save.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ExportDialog(const QList<ExportDocument>& documents, QWidget* parent = nullptr);

    // Where files are saved: the folder used last, and in the end the one to remember.
    void setFolder(const QString& folder);
    const QString& folder() const { return m_folder; }
    // What Save does once a file is chosen, be it there or not. A name without a suffix, of no file that is there, gets
    // the document's. Written on the GUI thread, which waits for the disk.
    void saveTo(const QString& named);

private slots:
    void showCurrent();
    void copy();
    void save();
    void browse();
    void pathEdited();

private:
    QString fileKinds() const;
    QString withSuffix(const QString& path) const;
    // Gives how much that is.
    QString showDifference(const QString& before, const ExportDocument& document);
    void say(const QString& text);

    const QList<ExportDocument> m_documents;
    DocumentChoice* m_choice;
    QTabWidget* m_tabs;
    IniView* m_preview;
    IniView* m_difference;
    QLabel* m_status;
    PathField* m_path;
    QPushButton* m_save;
    QString m_folder;
    QString m_toReplace; // a file that is there: Save writes over it once it has been said
};

} // namespace sallyport
