// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/importdialog.h"

#include "dialogs/exchange/decodedtext.h"
#include "dialogs/exchange/filefield.h"
#include "dialogs/exchange/importreader.h"
#include "dialogs/exchange/iniview.h"
#include "dialogs/exchange/problemlist.h"
#include "dialogs/exchange/stopkeys.h"
#include "dialogs/exchange/ticklist.h"
#include "dialogs/sheet/pagescroll.h"
#include "dialogs/sheet/sections.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "dialogs/texts/errortexts.h"
#include "models/policy/validate.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace sallyport
{

ImportDialog::ImportDialog(const Policy& current, QWidget* parent)
    : QDialog(parent)
    , m_current(current)
    , m_partCheck(current)
    , m_imported{current, {}, std::nullopt}
    , m_check(new QTimer(this))
    , m_file(new FileField(tr("Import"), tr("A path; or drop a file here, or paste its text below")))
    , m_reader(new ImportReader(current, this))
    , m_format(new QComboBox)
    , m_text(new IniView)
    , m_problems(new ProblemList)
    , m_parts(new TickList)
    , m_status(plainLabel())
    , m_accept(new QPushButton)
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import"));
    setMinimumWidth(metrics::sheetWidth + 180);
    addFormats();
    build();
    m_file->takeDropsOn(this);
    m_file->takeDropsOn(m_text->viewport());
    connect(m_file, &FileField::asked, this, &ImportDialog::fileAsked);
    connect(m_file, &FileField::fileRead, this, &ImportDialog::take);
    connect(m_file, &FileField::givenUp, this, &ImportDialog::showNothing);
    connect(m_file, &FileField::entered, this, &ImportDialog::fileEntered);
    connect(m_reader, &ImportReader::busy, this, [this] { showBusy(tr("Reading the text…")); });
    connect(m_reader, &ImportReader::done, this, &ImportDialog::showImported);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ImportDialog::readAgain);
    connect(m_text, &QsciScintilla::textChanged, this, &ImportDialog::textEdited);
    connect(m_parts, &TickList::tickedChanged, this, &ImportDialog::judge);
    m_check->setSingleShot(true);
    m_check->setInterval(0); // once for all ticks that have come by then
    connect(m_check, &QTimer::timeout, this, &ImportDialog::check);
    connect(m_problems, &ProblemList::chosen, this, [this](int line) {
        if (line > 0)
            m_text->goToLine(line - 1);
    });
    addStopKeys(this, [this](bool forward) { m_problems->step(forward); });
    showNothing();
    fitOnScreen(this, metrics::sheetWidth + 40);
    m_file->setFocus();
}

void ImportDialog::addFormats()
{
    m_format->addItem(tr("mspclnt.ini: client configuration and local domains"), int(ImportFormat::ClientIni));
    m_format->addItem(tr("wspcfg.ini: the entries of its programs"), int(ImportFormat::Wspcfg));
    m_format->addItem(tr("Whole policy as one ini document"), int(ImportFormat::PolicyIni));
    m_format->addItem(tr("Whole policy as JSON"), int(ImportFormat::PolicyJson));
    m_format->addItem(tr("msplat.txt: Local Address Table"), int(ImportFormat::AddressTable));
}

void ImportDialog::build()
{
    m_format->setObjectName(QStringLiteral("format"));
    m_text->setObjectName(QStringLiteral("text"));
    m_text->setAccessibleName(tr("Text to import"));
    m_parts->setObjectName(QStringLiteral("changes"));
    m_parts->setAccessibleName(tr("What will change"));
    m_status->setObjectName(QStringLiteral("status"));
    m_accept->setObjectName(QStringLiteral("import"));
    QVBoxLayout* layout = dialogLayout(this);
    layout->addWidget(m_file);
    addLabelled(layout, tr("&Read as:"), m_format);
    layout->addWidget(m_text, 3);
    layout->addWidget(m_problems, 2);
    layout->addWidget(sectionHeading(tr("What will change")));
    layout->addWidget(m_parts, 2);
    layout->addWidget(m_status);
    addButtons(layout, this, m_accept, tr("Cancel"));
}

void ImportDialog::setFolder(const QString& folder)
{
    m_file->setFolder(folder);
}

const QString& ImportDialog::folder() const
{
    return m_file->folder();
}

void ImportDialog::fileAsked()
{
    forgetText();
    showNothing();
    showBusy(tr("Reading the file…"));
}

void ImportDialog::fileEntered()
{
    if (!m_imported.problems.isEmpty() && !m_accept->isEnabled())
        m_text->setFocus();
}

void ImportDialog::take(const Result<PickedFile>& file)
{
    if (file) {
        setFile(file->name, file->bytes);
        return;
    }
    forgetText();
    showImported(Imported{m_current, {}, file.error()}, {});
}

// Nothing of a file opened before may be taken for another.
void ImportDialog::forgetText()
{
    m_reader->drop();
    m_bytes.clear();
    m_showing = true;
    m_text->showText({});
    m_text->setReadOnly(false);
    m_showing = false;
}

void ImportDialog::setFile(const QString& name, const QByteArray& bytes)
{
    m_file->drop();
    m_bytes = bytes;
    m_showing = true;
    m_parts->tickAll();
    // What is no text has no place in the view; reading it says why.
    const QString text = decodedText(bytes);
    m_text->showText(text.contains(QChar(u'\0')) ? QString() : text);
    m_text->setReadOnly(!m_text->isWhole());
    m_format->setCurrentIndex(m_format->findData(int(guessFormat(name, bytes))));
    m_showing = false;
    readAgain();
}

void ImportDialog::textEdited()
{
    if (m_showing)
        return;
    m_file->drop();
    m_bytes = m_text->text().toUtf8();
    readAgain();
}

void ImportDialog::readAgain()
{
    if (m_showing)
        return;
    m_reader->drop();
    if (m_bytes.trimmed().isEmpty())
        showNothing();
    else
        m_reader->read(static_cast<ImportFormat>(m_format->currentData().toInt()), m_bytes);
}

void ImportDialog::showBusy(const QString& words)
{
    m_check->stop();
    m_accept->setEnabled(false);
    showWords(*m_status, words);
    m_status->show();
}

void ImportDialog::showNothing()
{
    showImported(Imported{m_current, {}, std::nullopt}, {});
}

void ImportDialog::showImported(const Imported& imported, const QList<PolicyPart>& parts)
{
    m_imported = imported;
    m_problems->setProblems(imported.problems);
    m_parts->setParts(parts);
    // The line to look at is brought into what room the lists leave.
    layout()->activate();
    m_text->showProblems(imported.problems);
}

void ImportDialog::judge()
{
    if (m_showing)
        return;
    m_check->stop();
    m_taken = m_imported.policy;
    showJudgement({});
    if (!isPart()) // which needs a check of its own
        return;
    m_accept->setEnabled(false);
    m_check->start();
}

bool ImportDialog::isPart() const
{
    const qsizetype ticked = m_parts->tickedPaths().size();
    return ticked > 0 && ticked < m_parts->count() && !m_imported.failure && !hasErrors(m_imported.problems);
}

void ImportDialog::check()
{
    m_taken = withParts(m_current, m_imported.policy, m_parts->tickedPaths());
    showJudgement(m_partCheck.brokenBy(m_taken));
}

void ImportDialog::showJudgement(const QString& broken)
{
    const QSet<QString> ticked = m_parts->tickedPaths();
    const bool wrong = m_imported.failure || hasErrors(m_imported.problems);
    const QString status = statusText(broken);
    showWords(*m_status, status);
    m_status->setVisible(!status.isEmpty());
    m_accept->setText(ticked.isEmpty() ? tr("&Import") : tr("&Import %n change(s)", nullptr, int(ticked.size())));
    m_accept->setEnabled(!wrong && broken.isEmpty() && !ticked.isEmpty());
}

QString ImportDialog::statusText(const QString& broken) const
{
    if (m_imported.failure)
        return texts::error(*m_imported.failure);
    if (hasErrors(m_imported.problems))
        return m_text->isWhole() ? tr("Nothing is imported while there are errors. Correct them here, or in the file.")
                                 : tr("Nothing is imported while there are errors. Correct them in the file.");
    if (m_bytes.trimmed().isEmpty())
        return tr("Name a file, or paste its text above.");
    if (m_parts->count() == 0)
        return tr("Nothing would change.");
    if (!broken.isEmpty())
        return tr("What is ticked can't stand alone: %1").arg(broken);
    const int unticked = m_parts->count() - int(m_parts->tickedPaths().size());
    return unticked > 0 ? tr("%n change(s) that are not ticked stay as they are.", nullptr, unticked) : QString();
}

void ImportDialog::accept()
{
    if (!m_accept->isEnabled() || m_file->askForOther())
        return;
    if (m_handler)
        m_handler(m_taken);
    QDialog::accept();
}

} // namespace sallyport
