// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/comparedialog.h"
#include "dialogs/exchange/exportdialog.h"
#include "dialogs/exchange/importdialog.h"
#include "models/ini/clientini.h"
#include "tests/app/console/consolerig.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace sallyport;

namespace
{

// Types into whatever has the focus. A text counts as one key, as if it had been pasted.
class Typist
{
public:
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        ++keys;
        QTest::keyClick(target(), static_cast<Qt::Key>(key), modifiers);
    }
    void text(const QString& text)
    {
        ++keys;
        QTest::keyClicks(target(), text);
    }

    int keys = 0;

private:
    static QWidget* target()
    {
        if (!QTest::qWaitFor([] { return QApplication::focusWidget() != nullptr; }))
            qFatal("nothing has the focus");
        return QApplication::focusWidget();
    }
};

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
    void exportCompareImport()
    {
        ConsoleRig rig;
        rig.window->go({NodeKind::FirewallClient, ConsoleRig::key()});
        rig.addEntry(QStringLiteral("icq"));
        const QString path = rig.folder.filePath(QStringLiteral("exported.ini"));
        Typist typist;

        typist.press(Qt::Key_E, Qt::ControlModifier);
        auto* exporting = opened<ExportDialog>(rig);
        QVERIFY(exporting);
        typist.text(path);
        typist.press(Qt::Key_Return);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), writeClientIni(rig.server().draft().policy()));
        typist.press(Qt::Key_Escape);
        QVERIFY(closed<ExportDialog>(rig));

        rig.addEntry(QStringLiteral("kazaa"));
        typist.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        auto* comparing = opened<CompareDialog>(rig);
        QVERIFY(comparing);
        typist.text(path);
        QTRY_VERIFY(
            comparing->findChild<QLabel*>(QStringLiteral("status"))->text().contains(QLatin1StringView("1 diff")));
        typist.press(Qt::Key_Escape);
        QVERIFY(closed<CompareDialog>(rig));

        Policy without = rig.server().draft().policy();
        without.client.applications.clear();
        rig.server().draft().change(QStringLiteral("Clear"), without);
        typist.press(Qt::Key_I, Qt::ControlModifier);
        auto* importing = opened<ImportDialog>(rig);
        QVERIFY(importing);
        typist.text(path);
        QTRY_VERIFY(importing->findChild<QPushButton*>(QStringLiteral("import"))->isEnabled());
        typist.press(Qt::Key_Return);
        QVERIFY(closed<ImportDialog>(rig));
        QCOMPARE(rig.server().draft().policy().client.applications.size(), 1);
        QVERIFY2(typist.keys <= 10, qPrintable(QString::number(typist.keys)));
    }

    // Whatever dialog used a folder last, the next one begins there, in the next run too.
    void theFolderIsRemembered()
    {
        ConsoleRig rig;
        rig.window->go({NodeKind::FirewallClient, ConsoleRig::key()});
        const QString folder = rig.folder.filePath(QStringLiteral("kept"));
        QVERIFY(QDir().mkpath(folder));
        Typist typist;
        typist.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(opened<ExportDialog>(rig));
        typist.text(folder + QStringLiteral("/a.ini"));
        typist.press(Qt::Key_Return);
        typist.press(Qt::Key_Escape);
        QVERIFY(closed<ExportDialog>(rig));
        rig.restart();
        typist.press(Qt::Key_I, Qt::ControlModifier);
        auto* importing = opened<ImportDialog>(rig);
        QVERIFY(importing);
        QCOMPARE(importing->folder(), folder);
        typist.text(QStringLiteral("a.ini")); // lies there
        QTRY_VERIFY(
            importing->findChild<QLabel*>(QStringLiteral("status"))->text().contains(QLatin1StringView("Nothing")));
    }
};

QTEST_MAIN(TestExchangeKeys)
#include "test_exchangekeys.moc"
