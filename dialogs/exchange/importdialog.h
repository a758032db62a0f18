// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ini/importdocument.h"
#include "models/policy/policyparts.h"

#include <QDialog>
#include <QSet>

#include <functional>
#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QTimer;

namespace sallyport
{

class IniView;
class LineProblemsModel;
class PartsModel;
class FileReader;
class PathField;
class ProblemList;
class TickList;
struct PickedFile;

// Import: name, choose or drop a file or paste its text, see its problems, tick what to take over, then accept.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ImportDialog(const Policy& current, QWidget* parent = nullptr);

    // Where files are looked for: the folder used last, and in the end the one to remember.
    void setFolder(const QString& folder);
    const QString& folder() const { return m_folder; }
    // As if the file had been opened. A large one is read by another thread; until then nothing can be imported.
    void setFile(const QString& name, const QByteArray& bytes);
    // What a chosen file gives; an error leaves nothing to import.
    void take(const Result<PickedFile>& file);
    // What was found in it; without errors once it is imported.
    const QList<Problem>& problems() const { return m_imported.problems; }
    // What is ticked, taken over into the policy given.
    void onImported(std::function<void(const Policy&)> handler) { m_handler = std::move(handler); }
    void accept() override;

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private slots:
    void browse();
    void pathEdited();
    void pathEntered();
    void textEdited();
    void readAgain();
    void judge();

private:
    void build();
    void fileRead(const QString& path, const Result<PickedFile>& file);
    void noFile();
    void forgetFile();
    void show(const Imported& imported, const QList<PolicyPart>& parts = {});
    void showBusy();
    // Whether what is ticked needs a check of its own: part of a text without errors.
    bool isPart() const;
    void check();
    void showJudgement(const QString& broken);
    QString statusText(const QString& broken) const;
    // What the ticked parts alone would break; empty: nothing.
    QString brokenBy(const Policy& policy);

    const Policy m_current;
    std::optional<QSet<QString>> m_known; // the problems it has as it is; found once they are asked for
    Imported m_imported;
    Policy m_taken; // with what is ticked, once that was checked
    std::function<void(const Policy&)> m_handler;
    QString m_folder;
    QString m_opened; // the path that was read last
    QByteArray m_bytes;
    bool m_asked = false; // for a file that has not been read yet
    int m_reading = 0; // counts readings; an answer to an earlier one is dropped
    bool m_showing = false;
    QTimer* m_check; // runs while what is ticked has not been checked: nothing is imported before
    FileReader* m_reader;
    PathField* m_path;
    QComboBox* m_format;
    IniView* m_text;
    LineProblemsModel* m_problems;
    QLabel* m_problemHeading;
    ProblemList* m_problemList;
    PartsModel* m_parts;
    TickList* m_partList;
    QLabel* m_status;
    QPushButton* m_accept;
};

} // namespace sallyport
