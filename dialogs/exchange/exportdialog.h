// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/exchange/exportdocuments.h"
#include "models/base/result.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QTabWidget;

namespace sallyport
{

class IniView;

// Export: a preview with its problems, the difference from what was handed out last, Copy and Save.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ExportDialog(const QList<ExportDocument>& documents, QWidget* parent = nullptr);

    // Opens on the document with that file name.
    void showDocument(const QString& fileName);
    // What Save does once a file is chosen.
    void saveTo(const QString& path);

private slots:
    void showCurrent();
    void copy();
    void save();

private:
    const ExportDocument& current() const;
    void report(const Result<QString>& saved);

    const QList<ExportDocument> m_documents;
    QComboBox* m_choice;
    QTabWidget* m_tabs;
    IniView* m_preview;
    IniView* m_difference;
    QLabel* m_status;
};

} // namespace sallyport
