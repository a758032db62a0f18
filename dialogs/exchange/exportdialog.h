// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/policy/policy.h"
#include "models/policy/problem.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QLabel;
class QTabWidget;

namespace sallyport
{

class IniView;

// One file that can be exported.
struct ExportDocument {
    QString title;
    QString fileName;
    QByteArray bytes;
    QString text; // the bytes decoded
    std::optional<QString> handedOut; // what clients were given last, or the service holds, decoded; nothing: unknown
    QList<Problem> problems; // with lines
};

// mspclnt.ini, the whole policy as one ini, msplat.txt, and wspcfg.ini of each program. `handedOutClientIni` is what
// the service hands out now (empty: unknown), `applied` the policy in force (nothing: unknown).
QList<ExportDocument> exportDocuments(
    const Policy& policy, const QByteArray& handedOutClientIni, const std::optional<Policy>& applied);

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
