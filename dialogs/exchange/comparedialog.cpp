// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/comparedialog.h"

#include "dialogs/exchange/decodedtext.h"
#include "dialogs/exchange/documentchoice.h"
#include "dialogs/exchange/filefield.h"
#include "dialogs/exchange/iniview.h"
#include "dialogs/exchange/stopkeys.h"
#include "dialogs/sheet/pagescroll.h"
#include "dialogs/sheet/sections.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "dialogs/texts/errortexts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport
{

CompareDialog::CompareDialog(const QList<ExportDocument>& documents, QWidget* parent)
    : QDialog(parent)
    , m_documents(documents)
    , m_file(new FileField(tr("Compare with File"), tr("A path; or drop a file here")))
    , m_choice(new DocumentChoice(documents))
    , m_difference(new IniView)
    , m_status(plainLabel())
    , m_copy(addButton("copy", "copy", tr("&Copy")))
    , m_next(addButton("next", "expand", tr("&Next difference")))
    , m_previous(addButton("previous", "collapse", tr("Pre&vious difference")))
{
    setObjectName(QStringLiteral("compareDialog"));
    setWindowTitle(tr("Compare with File"));
    setMinimumWidth(metrics::sheetWidth + 180);
    m_difference->setObjectName(QStringLiteral("difference"));
    m_difference->setAccessibleName(tr("Difference"));
    m_difference->setReadOnly(true);
    m_status->setObjectName(QStringLiteral("status"));
    m_next->setToolTip(tr("F8"));
    m_previous->setToolTip(tr("Shift+F8"));

    QVBoxLayout* layout = dialogLayout(this);
    layout->addWidget(m_file);
    layout->addWidget(m_choice);
    layout->addWidget(m_difference, 1);
    layout->addWidget(m_status);
    addActionButtons(layout, this, {m_previous, m_next, m_copy}, tr("C&lose"));
    m_next->setDefault(true);

    m_file->takeDropsOn(this);
    m_file->takeDropsOn(m_difference->viewport());
    connect(m_file, &FileField::asked, this, &CompareDialog::asked);
    connect(m_file, &FileField::fileRead, this, &CompareDialog::fileRead);
    connect(m_file, &FileField::givenUp, this, &CompareDialog::compare);
    connect(m_choice, &DocumentChoice::changed, this, &CompareDialog::compare);
    connect(m_copy, &QPushButton::clicked, this, &CompareDialog::copy);
    connect(m_next, &QPushButton::clicked, m_difference, [this] { m_difference->goToStop(true); });
    connect(m_previous, &QPushButton::clicked, m_difference, [this] { m_difference->goToStop(false); });
    addStopKeys(this, [this](bool forward) { m_difference->goToStop(forward); });
    compare();
    fitOnScreen(this, metrics::sheetWidth);
    m_file->setFocus();
}

QPushButton* CompareDialog::addButton(const char* name, const char* iconName, const QString& text)
{
    auto* button = new QPushButton(icon(QLatin1StringView(iconName)), text);
    button->setObjectName(QLatin1StringView(name));
    button->setAutoDefault(false);
    return button;
}

void CompareDialog::setFolder(const QString& folder)
{
    m_file->setFolder(folder);
}

const QString& CompareDialog::folder() const
{
    return m_file->folder();
}

void CompareDialog::asked()
{
    m_text.reset();
    compare();
    showWords(*m_status, tr("Reading the file…"));
}

void CompareDialog::fileRead(const Result<PickedFile>& file)
{
    if (file) {
        m_text = decodedText(file->bytes);
        m_choice->setCurrent(documentLike(m_documents, file->name, file->bytes));
        return;
    }
    m_text.reset();
    compare();
    showWords(*m_status, texts::error(file.error()));
}

void CompareDialog::compare()
{
    m_lines.clear();
    const QString& draft = m_choice->current().text;
    if (m_text)
        m_lines = withoutFarLines(diffLines(m_text->split(QLatin1Char('\n')), draft.split(QLatin1Char('\n'))), 3);
    m_difference->showDifference(m_lines);
    const auto differences = m_difference->stops().size();
    if (!m_text)
        showWords(*m_status, tr("Name a file to see what differs in it from the draft."));
    else if (differences == 0)
        showWords(*m_status, tr("The file says what the draft says."));
    else
        showWords(*m_status,
            tr("%n difference(s): − stands in the file only, + in the draft only.", nullptr, int(differences)));
    m_copy->setEnabled(differences > 0);
    m_next->setEnabled(differences > 0);
    m_previous->setEnabled(differences > 0);
    if (differences > 0)
        m_difference->goToLine(m_difference->stops().first());
}

void CompareDialog::copy()
{
    QGuiApplication::clipboard()->setText(differenceText(m_lines));
    showWords(*m_status, tr("Copied."));
}

} // namespace sallyport
