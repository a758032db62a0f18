// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/exchange/partcheck.h"
#include "dialogs/sheet/files.h"
#include "models/ini/importdocument.h"
#include "models/policy/policyparts.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;
class QTimer;

namespace sallyport
{

class FileField;
class ImportReader;
class IniView;
class ProblemList;
class TickList;

// Import: name, choose or drop a file or paste its text, see its problems, tick what to take over, then accept.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ImportDialog(const Policy& current, QWidget* parent = nullptr);

    // Where files are looked for: the folder used last, and in the end the one to remember.
    void setFolder(const QString& folder);
    const QString& folder() const;
    // As if the file had been opened. A large one is read by another thread; until then nothing can be imported.
    void setFile(const QString& name, const QByteArray& bytes);
    // What a chosen file gives; an error leaves nothing to import.
    void take(const Result<PickedFile>& file);
    // What was found in it; without errors once it is imported.
    const QList<Problem>& problems() const { return m_imported.problems; }
    // Whether some of what would change is ticked and some is not, of a text without errors.
    bool isPart() const;
    // What is ticked, taken over into the policy given.
    void onImported(std::function<void(const Policy&)> handler) { m_handler = std::move(handler); }
    void accept() override;

private slots:
    void fileAsked();
    void fileEntered();
    void textEdited();
    void readAgain();
    void showImported(const Imported& imported, const QList<PolicyPart>& parts);
    void showNothing();
    void judge();
    void check();

private:
    void addFormats();
    void build();
    void forgetText();
    void showBusy(const QString& words);
    void showJudgement(const QString& broken);
    QString statusText(const QString& broken) const;

    const Policy m_current;
    PartCheck m_partCheck;
    Imported m_imported;
    Policy m_taken; // with what is ticked, once that was checked
    std::function<void(const Policy&)> m_handler;
    QByteArray m_bytes;
    bool m_showing = false; // texts and ticks change by themselves
    QTimer* m_check; // runs while what is ticked has not been checked: nothing is imported before
    FileField* m_file;
    ImportReader* m_reader;
    QComboBox* m_format;
    IniView* m_text;
    ProblemList* m_problems;
    TickList* m_parts;
    QLabel* m_status;
    QPushButton* m_accept;
};

} // namespace sallyport
