// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ini/importdocument.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeView;

namespace sallyport
{

class ChangesModel;
class IniView;
struct PickedFile;

// Import: open a file or paste its text, see its problems and what would change, then accept.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ImportDialog(const Policy& current, QWidget* parent = nullptr);

    // As if the file had been opened.
    void setFile(const QString& name, const QByteArray& bytes);
    // What Open file does once one is chosen; an error leaves nothing to import.
    void take(const Result<PickedFile>& file);
    void onImported(std::function<void(const Policy&)> handler) { m_handler = std::move(handler); }
    void accept() override;

private slots:
    void chooseFile();
    void textEdited();
    void readAgain();

private:
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
