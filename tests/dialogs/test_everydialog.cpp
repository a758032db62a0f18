// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every dialog, each opened alone.
#include "dialogs/style/theme.h"
#include "tests/dialogs/alldialogs.h"
#include "tests/dialogs/dialogprobe.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDirIterator>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTest>

using namespace sallyport;

class TestEveryDialog : public QObject
{
    Q_OBJECT

private:
    static void rows()
    {
        QTest::addColumn<int>("index");
        const QList<test::KnownDialog> dialogs = test::allDialogs();
        for (int i = 0; i < dialogs.size(); ++i)
            QTest::newRow(qUtf8Printable(dialogs.at(i).name)) << i;
    }

    static void pressLetter(QWidget* window, const QString& text)
    {
        const QKeySequence keys = QKeySequence::mnemonic(text);
        QTest::keyClick(window, keys[0].key(), Qt::AltModifier);
    }

private slots:
    void noneIsLeftOut()
    {
        QSet<QString> declared;
        static const QRegularExpression declaration(
            QStringLiteral("class (\\w+) final : public (?:QDialog|PropertySheet<|Wizard<)"));
        QDirIterator headers(QStringLiteral(SALLYPORT_SOURCE "/dialogs"), {QStringLiteral("*.h")}, QDir::Files,
            QDirIterator::Subdirectories);
        while (headers.hasNext()) {
            QFile header(headers.next());
            QVERIFY(header.open(QIODevice::ReadOnly));
            QRegularExpressionMatchIterator found = declaration.globalMatch(QString::fromUtf8(header.readAll()));
            while (found.hasNext())
                declared.insert(found.next().captured(1));
        }
        QVERIFY(declared.size() > 10);
        for (const test::KnownDialog& known : test::allDialogs()) {
            const std::unique_ptr<QDialog> dialog(known.make());
            declared.remove(QString::fromLatin1(dialog->metaObject()->className()).section(QLatin1Char(':'), -1));
        }
        QCOMPARE(declared, QSet<QString>());
    }

    void looksRight_data() { rows(); }
    void looksRight()
    {
        QFETCH(int, index);
        const test::KnownDialog known = test::allDialogs().at(index);
        const QStringList faults = probe::inspect(known.name, known.make);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }

    void keyboardStartsInAField_data() { rows(); }
    void keyboardStartsInAField()
    {
        QFETCH(int, index);
        const std::unique_ptr<QDialog> dialog(test::allDialogs().at(index).make());
        dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
        const QWidget* focus = QApplication::focusWidget();
        QVERIFY(focus && dialog->isAncestorOf(focus));
        // Only where everything is to be looked at, the focus waits on the button that closes.
        const bool lookOnly = dialog->findChild<QPushButton*>(QStringLiteral("ok"))
            && !dialog->findChild<QPushButton*>(QStringLiteral("ok"))->isVisible();
        QVERIFY(lookOnly || !qobject_cast<const QAbstractButton*>(focus)
            || focus->metaObject()->className() != QByteArray("QPushButton"));
        // One button takes Enter, wherever the focus is and has been.
        for (int round = 0; round < 2; ++round) {
            int defaults = 0;
            for (const QPushButton* button : dialog->findChildren<QPushButton*>()) {
                defaults += button->isDefault();
                QVERIFY2(button->isDefault() || !button->autoDefault() || button->isHidden(),
                    qPrintable(button->objectName()));
            }
            QCOMPARE(defaults, 1);
            QCOMPARE(probe::tabOrderFaults(dialog.get()), QStringList());
        }
    }

    // Alt and an underlined letter puts the focus into its field or presses its button.
    void everyLetterWorks_data() { rows(); }
    void everyLetterWorks()
    {
        QFETCH(int, index);
        const std::unique_ptr<QDialog> dialog(test::allDialogs().at(index).make());
        dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
        auto* tabs = dialog->findChild<QTabWidget*>(QStringLiteral("pages"));
        for (int tab = 0; tab < (tabs ? tabs->count() : 1); ++tab) {
            if (tabs)
                tabs->setCurrentIndex(tab);
            QCOMPARE(probe::mnemonicFaults(dialog.get()), QStringList());
            for (const QLabel* label : dialog->findChildren<QLabel*>()) {
                QWidget* field = label->buddy();
                if (!label->isVisible() || !label->isEnabled() || !field || !field->isEnabled())
                    continue;
                dialog->setFocus();
                const auto reached = [field] {
                    const QWidget* focus = QApplication::focusWidget();
                    return focus && (focus == field || field->isAncestorOf(focus));
                };
                if (reached())
                    continue;
                pressLetter(dialog.get(), label->text());
                QVERIFY2(reached(), qPrintable(label->text()));
            }
            for (QAbstractButton* button : dialog->findChildren<QAbstractButton*>()) {
                if (!button->isVisible() || !button->isEnabled() || QKeySequence::mnemonic(button->text()).isEmpty())
                    continue;
                const QSignalBlocker blocker(button); // pressed, it would lead on
                dialog->setFocus();
                pressLetter(dialog.get(), button->text());
                QVERIFY2(button->isDown(), qPrintable(button->text()));
                QTRY_VERIFY(!button->isDown());
            }
        }
    }

    void escapeCloses_data() { rows(); }
    void escapeCloses()
    {
        QFETCH(int, index);
        const std::unique_ptr<QDialog> dialog(test::allDialogs().at(index).make());
        dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
        QCOMPARE(dialog->result(), int(QDialog::Rejected));
    }
};

SALLYPORT_DIALOG_TEST(TestEveryDialog)
#include "test_everydialog.moc"
