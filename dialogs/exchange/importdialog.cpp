// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/importdialog.h"

#include "dialogs/exchange/decodedtext.h"
#include "dialogs/exchange/iniview.h"
#include "dialogs/sheet/files.h"
#include "dialogs/sheet/sections.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/lists.h"
#include "dialogs/style/metrics.h"
#include "dialogs/texts/errortexts.h"
#include "models/items/changesmodel.h"
#include "models/policy/validate.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace sallyport
{

ImportDialog::ImportDialog(const Policy& current, QWidget* parent)
    : QDialog(parent)
    , m_current(current)
    , m_imported{current, {}, std::nullopt}
    , m_format(new QComboBox)
    , m_text(new IniView)
    , m_changes(new ChangesModel(this))
    , m_changeList(new QTreeView)
    , m_status(new QLabel)
    , m_accept(new QPushButton)
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import"));
    setMinimumSize(metrics::sheetWidth + 180, metrics::sheetWidth + 40);
    m_format->setObjectName(QStringLiteral("format"));
    m_format->addItem(tr("mspclnt.ini: client configuration and local domains"), int(ImportFormat::ClientIni));
    m_format->addItem(tr("wspcfg.ini: the entries of its programs"), int(ImportFormat::Wspcfg));
    m_format->addItem(tr("Whole policy as one ini document"), int(ImportFormat::PolicyIni));
    m_format->addItem(tr("Whole policy as JSON"), int(ImportFormat::PolicyJson));
    m_format->addItem(tr("msplat.txt: Local Address Table"), int(ImportFormat::AddressTable));
    m_text->setObjectName(QStringLiteral("text"));
    m_text->setAccessibleName(tr("Text to import"));
    m_changeList->setObjectName(QStringLiteral("changes"));
    m_changeList->setAccessibleName(tr("What will change"));
    m_changeList->setModel(m_changes);
    prepareList(m_changeList);
    m_changeList->setMinimumHeight(metrics::rowHeight * 5);
    m_status->setObjectName(QStringLiteral("status"));
    m_status->setWordWrap(true);

    auto* open = new QPushButton(icon(QLatin1StringView("open")), tr("&Open file…"));
    open->setObjectName(QStringLiteral("open"));
    open->setAutoDefault(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::section, metrics::section, metrics::section, metrics::wide);
    layout->setSpacing(metrics::small);
    addLabelled(layout, tr("&Read as:"), m_format);
    qobject_cast<QHBoxLayout*>(layout->itemAt(0)->layout())->addWidget(open);
    layout->addWidget(m_text, 3);
    layout->addWidget(sectionHeading(tr("What will change")));
    layout->addWidget(m_changeList, 2);
    layout->addWidget(m_status);
    m_accept->setObjectName(QStringLiteral("import"));
    addButtons(layout, this, m_accept, tr("Cancel"));
    connect(open, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ImportDialog::readAgain);
    connect(m_text, &QsciScintilla::textChanged, this, &ImportDialog::textEdited);
    show(m_imported);
}

void ImportDialog::chooseFile()
{
    openFile(this, tr("Import"), tr("Configuration files (*.ini *.txt *.json);;All files (*)"),
        [this](const auto& file) { take(file); });
}

void ImportDialog::take(const Result<PickedFile>& file)
{
    if (file) {
        setFile(file->name, file->bytes);
        return;
    }
    // Nothing of a file opened before may be taken for this one.
    m_bytes.clear();
    m_showing = true;
    m_text->showText({});
    m_showing = false;
    show(Imported{m_current, {}, file.error()});
}

void ImportDialog::setFile(const QString& name, const QByteArray& bytes)
{
    m_bytes = bytes;
    m_showing = true;
    // What is no text has no place in the view; reading it says why.
    const QString text = decodedText(bytes);
    m_text->showText(text.contains(QChar(u'\0')) ? QString() : text);
    m_format->setCurrentIndex(m_format->findData(int(guessFormat(name, bytes))));
    m_showing = false;
    readAgain();
}

void ImportDialog::textEdited()
{
    if (m_showing)
        return;
    m_bytes = m_text->text().toUtf8();
    readAgain();
}

void ImportDialog::readAgain()
{
    if (m_showing)
        return;
    const auto format = static_cast<ImportFormat>(m_format->currentData().toInt());
    show(m_bytes.trimmed().isEmpty() ? Imported{m_current, {}, std::nullopt}
                                     : importDocument(format, m_current, m_bytes));
}

void ImportDialog::show(const Imported& imported)
{
    m_imported = imported;
    m_text->showProblems(imported.problems);
    const QList<PolicyChange> changes = diffPolicies(m_current, imported.policy);
    m_changes->setRows(changes);
    m_changeList->resizeColumnToContents(0);
    m_changeList->resizeColumnToContents(1);
    const bool wrong = imported.failure || hasErrors(imported.problems);
    QString status;
    if (imported.failure)
        status = texts::error(*imported.failure);
    else if (wrong)
        status = tr("Errors are shown under their lines. Correct them here, or in the file, before importing.");
    else if (m_bytes.trimmed().isEmpty())
        status = tr("Open a file, or paste its text above.");
    else if (changes.isEmpty())
        status = tr("Nothing would change.");
    else if (!imported.problems.isEmpty())
        status = tr("%n remark(s) stand under their lines; everything else is taken over.", nullptr,
            int(imported.problems.size()));
    m_status->setText(status);
    m_accept->setText(changes.isEmpty() ? tr("&Import") : tr("&Import %n change(s)", nullptr, int(changes.size())));
    m_accept->setEnabled(!wrong && !changes.isEmpty());
}

void ImportDialog::accept()
{
    if (!m_accept->isEnabled())
        return;
    if (m_handler)
        m_handler(m_imported.policy);
    QDialog::accept();
}

} // namespace sallyport
