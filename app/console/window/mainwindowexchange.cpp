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

// What an import says beside being done; empty when it has nothing to warn of.
QString warningsOf(const QList<Problem>& problems)
{
    QStringList lines;
    for (const Problem& problem : problems) {
        if (const QString line = QString::number(problem.line); problem.line > 0 && !lines.contains(line))
            lines.append(line);
    }
    const int count = static_cast<int>(problems.size());
    if (problems.isEmpty())
        return {};
    if (lines.isEmpty())
        return MainWindow::tr("Imported into the draft, with %n warning(s). Import lists them when it reads the file "
                              "again.",
            nullptr, count);
    if (lines.size() > mostLinesNamed)
        lines = lines.first(mostLinesNamed) << QStringLiteral("…");
    return MainWindow::tr("Imported into the draft, with %n warning(s) at these lines of the file: %1. Import lists "
                          "them when it reads the file again.",
        nullptr, count)
        .arg(lines.join(QStringLiteral(", ")));
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
        const QString warnings = warningsOf(dialog->problems());
        reportAt(target->key(),
            {warnings.isEmpty() ? tr("Imported into the draft.") : warnings,
                warnings.isEmpty() ? Tone::Confirmed : Tone::Attention, target->draft().undoOfLastChange()});
    });
    openThere(*target, dialog);
}

} // namespace sallyport
