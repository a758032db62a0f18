// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/exportdialog.h"

#include "dialogs/exchange/iniview.h"
#include "dialogs/sheet/files.h"
#include "dialogs/sheet/sections.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/metrics.h"
#include "dialogs/texts/errortexts.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace sallyport
{

ExportDialog::ExportDialog(const QList<ExportDocument>& documents, QWidget* parent)
    : QDialog(parent)
    , m_documents(documents)
    , m_choice(new QComboBox)
    , m_tabs(new QTabWidget)
    , m_preview(new IniView)
    , m_difference(new IniView)
    , m_status(new QLabel)
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export"));
    setMinimumSize(metrics::sheetWidth + 180, metrics::sheetWidth);
    m_choice->setObjectName(QStringLiteral("document"));
    m_tabs->setObjectName(QStringLiteral("views"));
    m_tabs->setAccessibleName(tr("Views"));
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->setAccessibleName(tr("Preview"));
    m_difference->setObjectName(QStringLiteral("difference"));
    m_difference->setAccessibleName(tr("Difference"));
    m_status->setObjectName(QStringLiteral("status"));
    m_status->setWordWrap(true);
    m_preview->setReadOnly(true);
    m_difference->setReadOnly(true);
    m_tabs->addTab(m_preview, tr("Preview"));
    m_tabs->addTab(m_difference, tr("Difference from what is handed out"));

    auto* copyButton = new QPushButton(icon(QLatin1StringView("copy")), tr("&Copy"));
    auto* saveButton = new QPushButton(icon(QLatin1StringView("save")), tr("&Save…"));
    copyButton->setObjectName(QStringLiteral("copy"));
    saveButton->setObjectName(QStringLiteral("save"));
    copyButton->setAutoDefault(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::section, metrics::section, metrics::section, metrics::wide);
    layout->setSpacing(metrics::small);
    addLabelled(layout, tr("&Document:"), m_choice);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_status);
    addActionButtons(layout, this, {copyButton, saveButton}, tr("C&lose"));
    saveButton->setDefault(true);

    for (const ExportDocument& document : m_documents)
        m_choice->addItem(document.title);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &ExportDialog::showCurrent);
    connect(copyButton, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(saveButton, &QPushButton::clicked, this, &ExportDialog::save);
    showCurrent();
}

const ExportDocument& ExportDialog::current() const
{
    static const ExportDocument none;
    const int index = m_choice->currentIndex();
    return index >= 0 && index < m_documents.size() ? m_documents.at(index) : none;
}

void ExportDialog::showDocument(const QString& fileName)
{
    for (int i = 0; i < m_documents.size(); ++i) {
        if (m_documents.at(i).fileName == fileName)
            m_choice->setCurrentIndex(i);
    }
}

void ExportDialog::showCurrent()
{
    const ExportDocument& document = current();
    m_preview->showText(document.text);
    m_preview->showProblems(document.problems);
    QString status = document.problems.isEmpty()
        ? QString()
        : tr("%n problem(s), shown under their lines.", nullptr, int(document.problems.size()));
    m_tabs->setTabVisible(1, document.handedOut.has_value());
    if (document.handedOut) {
        const QList<DiffLine> lines
            = diffLines(document.handedOut->split(QLatin1Char('\n')), document.text.split(QLatin1Char('\n')));
        const QList<DiffLine> changed = withoutFarLines(lines, 3);
        const bool same = document.text == *document.handedOut;
        m_difference->showDifference(same ? QList<DiffLine>{{LineKind::Same, tr("; nothing differs")}} : changed);
        if (same)
            status = tr("This is what is handed out now. %1").arg(status).trimmed();
    }
    m_status->setText(status);
    m_status->setVisible(!status.isEmpty());
}

void ExportDialog::copy()
{
    QGuiApplication::clipboard()->setText(current().text);
    m_status->setText(tr("Copied."));
    m_status->show();
}

void ExportDialog::save()
{
    saveFile(this, tr("Save %1").arg(current().fileName), current().fileName, current().bytes,
        [this](const Result<QString>& saved) { report(saved); });
}

void ExportDialog::saveTo(const QString& path)
{
    report(writeFile(path, current().bytes));
}

void ExportDialog::report(const Result<QString>& saved)
{
    m_status->setText(saved ? tr("Saved as %1.").arg(*saved) : texts::error(saved.error()));
    m_status->show();
}

} // namespace sallyport
