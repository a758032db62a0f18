// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/policy/policy.h"
#include "models/policy/problem.h"

#include <QDialog>

#include <functional>
#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeView;

namespace sallyport
{

class ChangesModel;
class IniView;
struct PickedFile;

enum class ImportFormat { ClientIni, Wspcfg, PolicyIni, AddressTable };

// What a file would make of a policy.
struct Imported {
    Policy policy;
    QList<Problem> problems; // with lines
    std::optional<Error> failure; // not such a file at all; the policy is unchanged
};
// mspclnt.ini replaces the client configuration and the Local Domain Table, wspcfg.ini its programs' entries, a policy
// ini everything, an address table the Local Address Table. Entries of the same name keep their id.
Imported importDocument(ImportFormat format, const Policy& current, const QByteArray& bytes);
// For showing: line ends as "\n"; UTF-8 when it is, else the files' own ISO 8859-1.
QString decodedText(const QByteArray& bytes);
ImportFormat guessFormat(const QString& fileName, const QByteArray& bytes);

// Import: open a file or paste its text, see its problems and what would change, then accept.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ImportDialog(const Policy& current, QWidget* parent = nullptr);

    // As if the file had been opened.
    void setFile(const QString& name, const QByteArray& bytes);
    void onImported(std::function<void(const Policy&)> handler) { m_handler = std::move(handler); }
    void accept() override;

private slots:
    void chooseFile();
    void textEdited();
    void readAgain();

private:
    void take(const Result<PickedFile>& file);
    void show(const Imported& imported);

    const Policy m_current;
    Imported m_imported;
    std::function<void(const Policy&)> m_handler;
    QByteArray m_bytes;
    bool m_showing = false;
    QComboBox* m_format;
    IniView* m_text;
    ChangesModel* m_changes;
    QTreeView* m_changeList;
    QLabel* m_status;
    QPushButton* m_accept;
};

} // namespace sallyport
