// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/importdialog.h"

#include "dialogs/exchange/decodedtext.h"
#include "dialogs/exchange/importlists.h"
#include "dialogs/exchange/iniview.h"
#include "dialogs/exchange/stopkeys.h"
#include "dialogs/sheet/filereader.h"
#include "dialogs/sheet/files.h"
#include "dialogs/sheet/pagescroll.h"
#include "dialogs/sheet/pathfield.h"
#include "dialogs/sheet/sections.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "dialogs/texts/errortexts.h"
#include "models/items/lineproblemsmodel.h"
#include "models/items/partsmodel.h"
#include "models/items/texts.h"
#include "models/policy/validate.h"

#include <QComboBox>
#include <QDropEvent>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QLabel>
#include <QMimeData>
#include <QPromise>
#include <QPushButton>
#include <QThreadPool>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

#include <memory>

namespace sallyport
{

namespace
{

// Read within a few milliseconds.
constexpr qsizetype quicklyRead = 128 * 1024;

struct Read {
    Imported imported;
    QList<PolicyPart> parts; // that would change
};

Read read(ImportFormat format, const Policy& current, const QByteArray& bytes)
{
    Read result{importDocument(format, current, bytes), {}};
    result.parts = changedParts(current, result.imported.policy);
    return result;
}

QSet<QString> wordsOf(const QList<Problem>& problems)
{
    QSet<QString> words;
    for (const Problem& problem : problems)
        words.insert(texts::problem(problem));
    return words;
}

} // namespace

ImportDialog::ImportDialog(const Policy& current, QWidget* parent)
    : QDialog(parent)
    , m_current(current)
    , m_imported{current, {}, std::nullopt}
    , m_check(new QTimer(this))
    , m_reader(new FileReader(this))
    , m_path(new PathField)
    , m_format(new QComboBox)
    , m_text(new IniView)
    , m_problems(new LineProblemsModel(this))
    , m_problemHeading(sectionHeading({}))
    , m_problemList(new ProblemList(m_problems))
    , m_parts(new PartsModel(this))
    , m_partList(new TickList(m_parts))
    , m_status(plainLabel())
    , m_accept(new QPushButton)
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import"));
    setMinimumWidth(metrics::sheetWidth + 180);
    setAcceptDrops(true);
    build();
    connect(m_reader, &FileReader::fileRead, this, &ImportDialog::fileRead);
    connect(m_reader, &FileReader::noFile, this, &ImportDialog::noFile);
    connect(m_path, &QLineEdit::textChanged, this, &ImportDialog::pathEdited);
    connect(m_path, &QLineEdit::returnPressed, this, &ImportDialog::pathEntered);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ImportDialog::readAgain);
    connect(m_text, &QsciScintilla::textChanged, this, &ImportDialog::textEdited);
    connect(m_parts, &PartsModel::tickedChanged, this, &ImportDialog::judge);
    m_check->setSingleShot(true);
    m_check->setInterval(0); // once for all ticks that have come by then
    connect(m_check, &QTimer::timeout, this, &ImportDialog::check);
    connect(m_problemList, &ProblemList::chosen, this, [this](int line) {
        if (line > 0)
            m_text->goToLine(line - 1);
    });
    addStopKeys(this, [this](bool forward) { m_problemList->step(forward); });
    setFolder({});
    show(m_imported);
    fitOnScreen(this, metrics::sheetWidth + 40);
    m_path->setFocus();
}

void ImportDialog::build()
{
    m_path->setObjectName(QStringLiteral("path"));
    m_path->setPlaceholderText(tr("A path; or drop a file here, or paste its text below"));
    m_format->setObjectName(QStringLiteral("format"));
    m_format->addItem(tr("mspclnt.ini: client configuration and local domains"), int(ImportFormat::ClientIni));
    m_format->addItem(tr("wspcfg.ini: the entries of its programs"), int(ImportFormat::Wspcfg));
    m_format->addItem(tr("Whole policy as one ini document"), int(ImportFormat::PolicyIni));
    m_format->addItem(tr("Whole policy as JSON"), int(ImportFormat::PolicyJson));
    m_format->addItem(tr("msplat.txt: Local Address Table"), int(ImportFormat::AddressTable));
    m_text->setObjectName(QStringLiteral("text"));
    m_text->setAccessibleName(tr("Text to import"));
    // It would take a file's path for text.
    m_text->viewport()->installEventFilter(this);
    m_problemList->setObjectName(QStringLiteral("problems"));
    m_problemList->setAccessibleName(tr("Problems"));
    m_problemList->setToolTip(tr("F8 goes to the next line, Shift+F8 to the one before."));
    m_partList->setObjectName(QStringLiteral("changes"));
    m_partList->setAccessibleName(tr("What will change"));
    m_partList->setToolTip(tr("Only what is ticked is taken over. Space ticks or unticks what is selected."));
    m_status->setObjectName(QStringLiteral("status"));

    auto* browseButton = new QPushButton(icon(QLatin1StringView("open")), tr("&Browse…"));
    browseButton->setObjectName(QStringLiteral("browse"));
    browseButton->setAutoDefault(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::section, metrics::section, metrics::section, metrics::wide);
    layout->setSpacing(metrics::small);
    addLabelled(layout, tr("&File:"), m_path);
    qobject_cast<QHBoxLayout*>(layout->itemAt(0)->layout())->addWidget(browseButton);
    addLabelled(layout, tr("&Read as:"), m_format);
    layout->addWidget(m_text, 3);
    layout->addWidget(m_problemHeading);
    layout->addWidget(m_problemList, 2);
    layout->addWidget(sectionHeading(tr("What will change")));
    layout->addWidget(m_partList, 2);
    layout->addWidget(m_status);
    m_accept->setObjectName(QStringLiteral("import"));
    addButtons(layout, this, m_accept, tr("Cancel"));
    connect(browseButton, &QPushButton::clicked, this, &ImportDialog::browse);
}

void ImportDialog::setFolder(const QString& folder)
{
    m_folder = startFolder(folder);
    m_path->setFolder(m_folder);
}

void ImportDialog::browse()
{
    chooseFile(this, tr("Import"),
        tr("All that can be imported (*.ini *.txt *.json);;ini files (*.ini);;Address tables (*.txt);;"
           "JSON documents (*.json);;All files (*)"),
        m_folder, [this](const QString& path) { m_path->setPath(path); });
}

// A path is read once there is a file of that name: who pastes one needs no key more.
void ImportDialog::pathEdited()
{
    const QString path = m_path->path();
    if (path == m_opened || path.isEmpty()) {
        m_reader->drop();
        noFile();
    } else {
        m_reader->tryFile(path);
    }
}

void ImportDialog::pathEntered()
{
    const QString path = m_path->path();
    if (!path.isEmpty() && path != m_opened) {
        forgetFile();
        m_asked = true;
        showBusy();
        m_reader->readFile(path);
    } else if (!m_problems->rows().isEmpty() && !m_accept->isEnabled()) {
        m_text->setFocus();
    }
}

void ImportDialog::fileRead(const QString& path, const Result<PickedFile>& file)
{
    m_opened = path;
    if (file)
        m_folder = QFileInfo(path).absolutePath();
    take(file);
}

// Typed on, after a file was asked for that has not come.
void ImportDialog::noFile()
{
    if (!m_asked)
        return;
    m_asked = false;
    judge();
}

void ImportDialog::take(const Result<PickedFile>& file)
{
    if (file) {
        setFile(file->name, file->bytes);
        return;
    }
    forgetFile();
    show(Imported{m_current, {}, file.error()});
}

// Nothing of a file opened before may be taken for another.
void ImportDialog::forgetFile()
{
    m_reader->drop();
    m_asked = false;
    m_opened.clear();
    ++m_reading;
    m_bytes.clear();
    m_showing = true;
    m_text->showText({});
    m_text->setReadOnly(false);
    m_showing = false;
    show(Imported{m_current, {}, std::nullopt});
}

void ImportDialog::setFile(const QString& name, const QByteArray& bytes)
{
    m_reader->drop();
    m_asked = false;
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
    m_reader->drop();
    m_asked = false;
    m_bytes = m_text->text().toUtf8();
    readAgain();
}

void ImportDialog::readAgain()
{
    if (m_showing)
        return;
    const int reading = ++m_reading;
    const auto format = static_cast<ImportFormat>(m_format->currentData().toInt());
    if (m_bytes.trimmed().isEmpty()) {
        show({m_current, {}, std::nullopt});
        return;
    }
    if (m_bytes.size() <= quicklyRead) {
        const Read done = read(format, m_current, m_bytes);
        show(done.imported, done.parts);
        return;
    }
    showBusy();
    const auto promise = std::make_shared<QPromise<Read>>();
    auto* watcher = new QFutureWatcher<Read>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, reading, watcher] {
        watcher->deleteLater();
        if (reading == m_reading)
            show(watcher->result().imported, watcher->result().parts);
    });
    watcher->setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, format, current = m_current, bytes = m_bytes] {
        promise->addResult(read(format, current, bytes));
        promise->finish();
    });
}

void ImportDialog::showBusy()
{
    m_check->stop();
    m_accept->setEnabled(false);
    showWords(*m_status, tr("Reading the file…"));
    m_status->show();
}

void ImportDialog::show(const Imported& imported, const QList<PolicyPart>& parts)
{
    m_imported = imported;
    m_problems->setProblems(imported.problems);
    m_problemHeading->setText(m_problems->summary());
    m_problemHeading->setVisible(!imported.problems.isEmpty());
    m_problemList->setVisible(!imported.problems.isEmpty());
    m_problemList->setCurrentIndex(m_problems->index(0, 0));
    m_problemList->resizeColumnToContents(LineProblemsModel::Kind);
    m_problemList->resizeColumnToContents(LineProblemsModel::Line);
    m_parts->setParts(parts);
    m_partList->resizeColumnToContents(PartsModel::What);
    m_partList->resizeColumnToContents(PartsModel::Before);
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
    if (!isPart())
        return;
    m_accept->setEnabled(false);
    m_check->start();
}

bool ImportDialog::isPart() const
{
    const qsizetype ticked = m_parts->tickedPaths().size();
    return ticked > 0 && ticked < m_parts->rowCount() && !m_imported.failure && !hasErrors(m_imported.problems);
}

void ImportDialog::check()
{
    m_taken = withParts(m_current, m_imported.policy, m_parts->tickedPaths());
    showJudgement(brokenBy(m_taken));
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

QString ImportDialog::brokenBy(const Policy& policy)
{
    if (!m_known)
        m_known = wordsOf(validate(m_current));
    for (const Problem& problem : validate(policy)) {
        const QString said = texts::problem(problem);
        if (problem.severity == Severity::Error && !m_known->contains(said))
            return said;
    }
    return {};
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
    if (m_parts->rowCount() == 0)
        return tr("Nothing would change.");
    if (!broken.isEmpty())
        return tr("What is ticked can't stand alone: %1").arg(broken);
    const int unticked = m_parts->rowCount() - int(m_parts->tickedPaths().size());
    return unticked > 0 ? tr("%n change(s) that are not ticked stay as they are.", nullptr, unticked) : QString();
}

void ImportDialog::accept()
{
    if (!m_accept->isEnabled())
        return;
    if (m_handler)
        m_handler(m_taken);
    QDialog::accept();
}

void ImportDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.isEmpty() || !urls.first().isLocalFile())
        return;
    m_path->setPath(urls.first().toLocalFile());
    event->acceptProposedAction();
}

bool ImportDialog::eventFilter(QObject* watched, QEvent* event)
{
    const bool drags
        = event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove || event->type() == QEvent::Drop;
    if (!drags || !static_cast<QDropEvent*>(event)->mimeData()->hasUrls())
        return QDialog::eventFilter(watched, event);
    if (event->type() == QEvent::Drop)
        dropEvent(static_cast<QDropEvent*>(event));
    else
        static_cast<QDropEvent*>(event)->acceptProposedAction();
    return true;
}

} // namespace sallyport
