// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/documentchoice.h"

#include "dialogs/sheet/sections.h"
#include "dialogs/style/metrics.h"
#include "models/base/visibletext.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace sallyport
{

DocumentChoice::DocumentChoice(const QList<ExportDocument>& documents, QWidget* parent)
    : QWidget(parent)
    , m_documents(documents)
    , m_kind(new QComboBox)
    , m_program(new QComboBox)
    , m_programLine(new QWidget)
{
    m_kind->setObjectName(QStringLiteral("document"));
    m_program->setObjectName(QStringLiteral("program"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::small);
    addLabelled(layout, tr("&Document:"), m_kind);
    auto* line = new QVBoxLayout(m_programLine);
    line->setContentsMargins({});
    addLabelled(line, tr("&Program:"), m_program);
    layout->addWidget(m_programLine);
    for (int i = 0; i < m_documents.size(); ++i) {
        const ExportDocument& document = m_documents.at(i);
        if (document.program.isEmpty())
            m_kind->addItem(document.title, i);
        else
            m_program->addItem(visibleText(document.program), i);
    }
    if (m_program->count() > 0)
        m_kind->addItem(tr("wspcfg.ini of one program"), -1);
    // As wide as what stands in it, not as the longest of thousands of names.
    m_program->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_programLine->hide();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &DocumentChoice::kindChosen);
    connect(m_program, &QComboBox::currentIndexChanged, this, &DocumentChoice::changed);
}

const ExportDocument& DocumentChoice::current() const
{
    static const ExportDocument none;
    int index = m_kind->currentData().toInt();
    if (index < 0)
        index = m_program->currentData().toInt();
    return index < m_documents.size() ? m_documents.at(index) : none;
}

void DocumentChoice::setCurrent(qsizetype index)
{
    const bool isProgram = !m_documents.at(index).program.isEmpty();
    {
        const QSignalBlocker one(m_program);
        const QSignalBlocker other(m_kind);
        if (isProgram)
            m_program->setCurrentIndex(m_program->findData(int(index)));
        m_kind->setCurrentIndex(m_kind->findData(isProgram ? -1 : int(index)));
    }
    kindChosen();
}

void DocumentChoice::kindChosen()
{
    m_programLine->setVisible(m_kind->currentData().toInt() < 0);
    emit changed();
}

} // namespace sallyport
