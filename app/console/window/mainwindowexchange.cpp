// SPDX-License-Identifier: GPL-3.0-or-later
// Export, comparison and import of policies, on the window's server.
#include "app/console/window/mainwindow.h"

#include "app/console/console.h"
#include "app/console/panes/draftsheet.h"
#include "dialogs/exchange/comparedialog.h"
#include "dialogs/exchange/exportdialog.h"
#include "dialogs/exchange/importdialog.h"
#include "dialogs/texts/errortexts.h"

#include <QSettings>

namespace sallyport
{

namespace
{

constexpr qsizetype mostLinesNamed = 5;

// The folder of files is remembered over all dialogs and runs.
template <typename Dialog> void openThere(const Server& server, Dialog* dialog)
{
    const auto key = QStringLiteral("files/folder");
    dialog->setFolder(QSettings().value(key).toString());
    QObject::connect(
        dialog, &QDialog::finished, dialog, [dialog, key] { QSettings().setValue(key, dialog->folder()); });
    openOf(server, dialog);
}

// The first of them; "…" stands for the others.
QString linesOf(const QList<Problem>& problems)
{
    QStringList lines;
    for (const Problem& problem : problems) {
        const QString line = QString::number(problem.line);
        if (problem.line <= 0 || lines.contains(line))
            continue;
        if (lines.size() == mostLinesNamed) {
            lines.append(QStringLiteral("…"));
            break;
        }
        lines.append(line);
    }
    return lines.join(QStringLiteral(", "));
}

// Which warnings are about what was not ticked nobody knows: those of a part are the whole text's.
QString importedWords(const QList<Problem>& problems, bool inPart)
{
    const QString lines = linesOf(problems);
    const int count = static_cast<int>(problems.size());
    if (problems.isEmpty())
        return MainWindow::tr("Imported into the draft.");
    if (inPart && lines.isEmpty())
        return MainWindow::tr("Imported into the draft in part. The whole of what was read has %n warning(s); Import "
                              "lists them when it reads the same again.",
            nullptr, count);
    if (inPart)
        return MainWindow::tr("Imported into the draft in part. The whole of what was read has %n warning(s), at these "
                              "lines: %1. Import lists them when it reads the same again.",
            nullptr, count)
            .arg(lines);
    if (lines.isEmpty())
        return MainWindow::tr("Imported into the draft, with %n warning(s). Import lists them when it reads the same "
                              "again.",
            nullptr, count);
    return MainWindow::tr("Imported into the draft, with %n warning(s) at these lines of what was read: %1. Import "
                          "lists them when it reads the same again.",
        nullptr, count)
        .arg(lines);
}

} // namespace

void MainWindow::exportPolicy()
{
    Server* exported = server();
    if (!exported)
        return;
    // What clients have now is the server's to say; offline it is not known.
    exported->link().call(QStringLiteral("ini.get"), {{QStringLiteral("file"), QStringLiteral("mspclnt.ini")}}, this,
        [this, exported](const Result<QJsonObject>& answer) {
            const QByteArray handedOut
                = answer ? answer->value(QStringLiteral("text")).toString().toLatin1() : QByteArray();
            if (!answer && exported->isOnline())
                reportAt(exported->key(),
                    {tr("What clients have now is not shown: %1").arg(texts::error(answer.error())), Tone::Attention,
                        {}});
            const std::optional<Policy> applied
                = exported->head().number ? std::optional<Policy>(exported->draft().head()) : std::nullopt;
            openThere(
                *exported, new ExportDialog(exportDocuments(exported->draft().policy(), handedOut, applied), this));
        });
}

void MainWindow::compareWithFile()
{
    if (Server* compared = server())
        openThere(*compared, new CompareDialog(exportDocuments(compared->draft().policy(), {}, std::nullopt), this));
}

void MainWindow::importPolicy()
{
    Server* target = server();
    if (!target || !target->mayEdit())
        return;
    const Policy seen = target->draft().policy();
    auto* dialog = new ImportDialog(seen, this);
    dialog->onImported([this, target, seen, dialog](const Policy& policy) {
        target->draft().changeFrom(tr("Import"), seen, policy);
        reportAt(target->key(),
            {importedWords(dialog->problems(), dialog->isPart()),
                dialog->problems().isEmpty() ? Tone::Confirmed : Tone::Attention, target->draft().undoOfLastChange()});
    });
    openThere(*target, dialog);
}

} // namespace sallyport
