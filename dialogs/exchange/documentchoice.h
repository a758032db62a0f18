// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/exchange/exportdocuments.h"

#include <QWidget>

class QComboBox;

namespace sallyport
{

// Which document: its kind, and for the files of single programs the program.
class DocumentChoice final : public QWidget
{
    Q_OBJECT

public:
    explicit DocumentChoice(const QList<ExportDocument>& documents, QWidget* parent = nullptr);

    const ExportDocument& current() const;
    void setCurrent(qsizetype index);

signals:
    void changed();

private slots:
    void kindChosen();

private:
    const QList<ExportDocument> m_documents;
    QComboBox* m_kind; // data: the document, -1 for those of single programs
    QComboBox* m_program; // data: the document
    QWidget* m_programLine;
};

} // namespace sallyport
