// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/exportdialog.h"

#include "dialogs/exchange/documentchoice.h"
#include "dialogs/exchange/iniview.h"
#include "dialogs/exchange/stopkeys.h"
#include "dialogs/sheet/files.h"
#include "dialogs/sheet/pagescroll.h"
#include "dialogs/sheet/pathfield.h"
#include "dialogs/sheet/sections.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "dialogs/texts/errortexts.h"
#include "models/base/visibletext.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
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
    , m_choice(new DocumentChoice(documents))
    , m_tabs(new QTabWidget)
    , m_preview(new IniView)
    , m_difference(new IniView)
    , m_status(plainLabel())
    , m_path(new PathField)
    , m_save(new QPushButton(icon(QLatin1StringView("save")), tr("&Save")))
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export"));
    setMinimumWidth(metrics::sheetWidth + 180);
    m_tabs->setObjectName(QStringLiteral("views"));
    m_tabs->setAccessibleName(tr("Views"));
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->setAccessibleName(tr("Preview"));
    m_difference->setObjectName(QStringLiteral("difference"));
    m_difference->setAccessibleName(tr("Difference"));
    m_status->setObjectName(QStringLiteral("status"));
    m_path->setObjectName(QStringLiteral("path"));
    m_preview->setReadOnly(true);
    m_difference->setReadOnly(true);
    m_tabs->addTab(m_preview, tr("Preview"));
    m_tabs->addTab(m_difference, QString());

    auto* copyButton = new QPushButton(icon(QLatin1StringView("copy")), tr("&Copy"));
    copyButton->setObjectName(QStringLiteral("copy"));
    m_save->setObjectName(QStringLiteral("save"));
    copyButton->setAutoDefault(false);
    QVBoxLayout* layout = dialogLayout(this);
    layout->addWidget(m_choice);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_status);
    const QPushButton* browseButton = addPathLine(layout, tr("Save &as:"), m_path);
    addActionButtons(layout, this, {copyButton, m_save}, tr("C&lose"));
    m_save->setDefault(true);

    connect(m_choice, &DocumentChoice::changed, this, &ExportDialog::showCurrent);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::pathEdited);
    connect(copyButton, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::save);
    connect(browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    addStopKeys(this, [this](bool forward) { static_cast<IniView*>(m_tabs->currentWidget())->goToStop(forward); });
    setFolder({});
    showCurrent();
    fitOnScreen(this, metrics::sheetWidth);
    m_path->setFocus();
}

void ExportDialog::setFolder(const QString& folder)
{
    m_folder = startFolder(folder);
    m_path->setFolder(m_folder);
    m_path->setPath(QDir(m_folder).filePath(m_choice->current().fileName));
    m_path->selectAll();
}

void ExportDialog::showCurrent()
{
    const ExportDocument& document = m_choice->current();
    m_path->setPath(QDir(QFileInfo(m_path->path()).path()).filePath(document.fileName));
    m_path->selectAll();
    pathEdited(); // the file may have the same name, and what was said of it goes
    m_preview->showText(document.text);
    m_preview->showProblems(document.problems);
    QStringList texts;
    m_tabs->setTabVisible(1, document.before.has_value());
    if (document.before)
        texts.append(showDifference(*document.before, document));
    if (!document.problems.isEmpty())
        texts.append(tr("%n problem(s), shown under their lines.", nullptr, int(document.problems.size())));
    say(texts.join(QLatin1Char('\n')));
}

QString ExportDialog::showDifference(const QString& before, const ExportDocument& document)
{
    const bool handedOut = document.kind == DocumentKind::ClientIni; // the only one that is, as it stands here
    const QList<DiffLine> lines = diffLines(before.split(QLatin1Char('\n')), document.text.split(QLatin1Char('\n')));
    const int changed = changedLines(lines);
    m_difference->showDifference(withoutFarLines(lines, 3));
    m_tabs->setTabText(
        1, handedOut ? tr("Difference from what is handed out") : tr("Difference from what is in force"));
    m_tabs->setTabEnabled(1, changed > 0);
    if (changed == 0)
        return handedOut ? tr("This is what is handed out now.") : tr("Nothing differs from the policy in force.");
    return handedOut ? tr("%n line(s) differ from what is handed out now.", nullptr, changed)
                     : tr("%n line(s) differ from the policy in force.", nullptr, changed);
}

void ExportDialog::say(const QString& text)
{
    showWords(*m_status, text);
    m_status->setVisible(!text.isEmpty());
}

void ExportDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_choice->current().text);
    say(tr("Copied."));
}

void ExportDialog::pathEdited()
{
    m_toReplace.clear();
    m_save->setText(tr("&Save"));
    m_save->setEnabled(!m_path->path().isEmpty());
}

void ExportDialog::save()
{
    if (m_path->path().isEmpty())
        return;
    const QString path = withSuffix(m_path->path());
    if (QFileInfo(path).isFile() && m_toReplace != path) {
        m_toReplace = path;
        m_save->setText(tr("&Replace"));
        say(tr("%1 is there already. Press Replace to write over it.").arg(visibleText(path)));
        return;
    }
    saveTo(path);
}

QString ExportDialog::withSuffix(const QString& path) const
{
    if (!QFileInfo(path).suffix().isEmpty() || QFileInfo::exists(path))
        return path;
    return path + u'.' + QFileInfo(m_choice->current().fileName).suffix();
}

QString ExportDialog::fileKinds() const
{
    switch (m_choice->current().kind) {
    case DocumentKind::PolicyJson:
        return tr("JSON documents (*.json);;All files (*)");
    case DocumentKind::AddressTable:
        return tr("Address tables (*.txt);;All files (*)");
    case DocumentKind::ClientIni:
        return tr("Client configuration (mspclnt.ini);;ini files (*.ini);;All files (*)");
    case DocumentKind::PolicyIni:
    case DocumentKind::Wspcfg:
        break;
    }
    return tr("ini files (*.ini);;All files (*)");
}

void ExportDialog::browse()
{
    const ExportDocument& document = m_choice->current();
    const QString suggested = QDir(m_folder).filePath(document.fileName);
    chooseNewFile(this, tr("Save %1").arg(document.fileName), suggested, fileKinds(), [this](const QString& path) {
        m_path->setPath(path);
        saveTo(path);
    });
}

void ExportDialog::saveTo(const QString& named)
{
    const QString path = withSuffix(named);
    const Result<QString> saved = writeFile(path, m_choice->current().bytes);
    m_toReplace.clear();
    m_save->setText(tr("&Save"));
    if (saved)
        m_folder = QFileInfo(path).absolutePath();
    say(saved ? tr("Saved as %1.").arg(visibleText(*saved)) : texts::error(saved.error()));
}

} // namespace sallyport
