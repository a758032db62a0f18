// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/exportdialog.h"
#include "dialogs/exchange/importdialog.h"
#include "dialogs/exchange/ticklist.h"
#include "tests/app/console/consolerig.h"
#include "tests/app/console/keys.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace sallyport;

namespace
{

// The dialog once it is there and has the focus.
template <typename Dialog> Dialog* opened(ConsoleRig& rig)
{
    Dialog* dialog = nullptr;
    const bool there = QTest::qWaitFor([&] {
        dialog = rig.window->findChild<Dialog*>();
        return dialog && dialog->isActiveWindow() && dialog->isAncestorOf(QApplication::focusWidget());
    });
    return there ? dialog : nullptr;
}

// Whether the dialog has gone and the window has the keys again, which without a window manager nobody gives back.
template <typename Dialog> bool closed(ConsoleRig& rig)
{
    if (!QTest::qWaitFor([&rig] { return !rig.window->findChild<Dialog*>(); }))
        return false;
    rig.window->activateWindow();
    return QTest::qWaitForWindowActive(rig.window.get());
}

} // namespace

class TestExchangeKeys : public QObject
{
    Q_OBJECT

private slots:
    // Whatever dialog used a folder last, the next one begins there, in the next run too.
    void theFolderIsRemembered()
    {
        ConsoleRig rig;
        rig.window->go({NodeKind::FirewallClient, ConsoleRig::key()});
        const QString folder = rig.folder.filePath(QStringLiteral("kept"));
        QVERIFY(QDir().mkpath(folder));
        Keys keys(*rig.window);
        keys.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(opened<ExportDialog>(rig));
        keys.type(folder + QStringLiteral("/a.ini"));
        keys.press(Qt::Key_Return);
        keys.press(Qt::Key_Escape);
        QVERIFY(closed<ExportDialog>(rig));
        rig.restart();
        Keys again(*rig.window);
        again.press(Qt::Key_I, Qt::ControlModifier);
        auto* importing = opened<ImportDialog>(rig);
        QVERIFY(importing);
        QCOMPARE(importing->folder(), folder);
        again.type(QStringLiteral("a.ini")); // lies there
        const auto* status = importing->findChild<QLabel*>(QStringLiteral("status"));
        QTRY_VERIFY2(status->text().startsWith(QStringLiteral("Nothing")), qPrintable(status->text()));
    }

    // Once the dialog has gone, its warnings are not forgotten.
    void anImportSaysItsWarnings()
    {
        ConsoleRig rig;
        rig.window->go({NodeKind::FirewallClient, ConsoleRig::key()});
        const auto import = [&rig](const QByteArray& bytes, bool inPart = false) {
            Keys(*rig.window).press(Qt::Key_I, Qt::ControlModifier);
            auto* importing = opened<ImportDialog>(rig);
            if (!importing)
                return QString();
            importing->setFile(QStringLiteral("mspclnt.ini"), bytes);
            QAbstractItemModel* parts = importing->findChild<TickList*>()->model();
            if (inPart)
                parts->setData(parts->index(0, 0), Qt::Unchecked, Qt::CheckStateRole);
            const auto* accept = importing->findChild<QPushButton*>(QStringLiteral("import"));
            if (!QTest::qWaitFor([accept] { return accept->isEnabled(); }))
                return QString();
            importing->accept();
            return closed<ImportDialog>(rig) ? rig.window->reportText() : QString();
        };
        const QString clean = import("[icq]\r\nDisable=1\r\n");
        QVERIFY2(clean.contains(QStringLiteral("Imported into the draft.")), qPrintable(clean));
        const QString warned = import("[aim]\r\nDisable=1\r\nNoSuchKey=1\r\nNorThis=2\r\n");
        QVERIFY2(warned.contains(QStringLiteral("2 warning(s)")) && warned.contains(QStringLiteral("3, 4")),
            qPrintable(warned));
        const QString part = import("[kazaa]\r\nDisable=1\r\nNoSuchKey=1\r\n[zoom]\r\nDisable=1\r\n", true);
        QVERIFY2(
            part.contains(QStringLiteral("in part")) && part.contains(QStringLiteral("The whole")), qPrintable(part));
        QByteArray many("[x]\r\nDisable=1\r\n");
        for (int i = 0; i < 20; ++i)
            many += "No" + QByteArray::number(i) + "=1\r\n";
        const QString bounded = import(many);
        QVERIFY2(bounded.contains(QStringLiteral("3, 4, 5, 6, 7, …")), qPrintable(bounded));
    }
};

QTEST_MAIN(TestExchangeKeys)
#include "test_exchangekeys.moc"
