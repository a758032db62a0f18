// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/options.h"

#include <QTest>

using namespace sallyport;

class TestOptions : public QObject
{
    Q_OBJECT

private:
    static Result<Options> parse(const char* line)
    {
        return parseOptions(
            QStringList{QStringLiteral("sallyport")} + QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts));
    }

private slots:
    void noneIsNeeded()
    {
        const auto options = parse("");
        QVERIFY(options);
        QVERIFY(options->message.isEmpty() && options->panel.isEmpty() && !options->startupTime);
    }

    // They are Qt's, which reads them when the application is made.
    void optionsOfQtPass_data()
    {
        QTest::addColumn<QString>("line");
        for (const char* line : {"-platform offscreen", "--platform offscreen", "-style fusion", "-style=fusion",
                 "--style=fusion", "-stylesheet x.qss", "-reverse", "-qwindowgeometry 800x600", "-qwindowtitle x",
                 "-session 1_2", "-display :1", "-name other", "-plugin x -platformtheme gtk3"})
            QTest::newRow(line) << QString::fromUtf8(line);
    }
    void optionsOfQtPass()
    {
        QFETCH(QString, line);
        const auto options = parse(qUtf8Printable(line + QStringLiteral(" --server branch-a --startup-time")));
        QVERIFY2(options, options ? "" : qUtf8Printable(options.error().text()));
        QCOMPARE(options->server, QStringLiteral("branch-a"));
        QVERIFY(options->startupTime);
    }

    void unknownOnesAreRefused_data()
    {
        QTest::addColumn<QString>("line");
        for (const char* line : {"--help-all", "--no-such", "-x", "stray", "-platform offscreen stray", "--panel other",
                 "--tour", "-styles fusion"})
            QTest::newRow(line) << QString::fromUtf8(line);
    }
    void unknownOnesAreRefused()
    {
        QFETCH(QString, line);
        const auto options = parse(qUtf8Printable(line));
        QVERIFY(!options);
        QVERIFY(!options.error().text().isEmpty());
    }

    void helpNamesTheProgram()
    {
        for (const char* line : {"--help", "-h", "-style fusion --help"}) {
            const auto options = parse(line);
            QVERIFY(options);
            QVERIFY2(options->message.startsWith(QStringLiteral("Usage: sallyport ")), qPrintable(options->message));
            QVERIFY(!options->message.contains(u'<' + QStringLiteral("executable")));
            QVERIFY(options->message.contains(QStringLiteral("-platform")));
        }
        QVERIFY(parse("--version")->message.startsWith(QStringLiteral("sallyport ")));
    }
};

QTEST_APPLESS_MAIN(TestOptions)
#include "test_options.moc"
