// SPDX-License-Identifier: GPL-3.0-or-later
// The files that ship beside the programs, read by the tools that will read them.
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace
{

struct Outcome {
    int code = -1;
    QString output; // both streams
};

Outcome run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60000))
        return {-1, process.errorString()};
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

QString resource(const QString& name)
{
    return QString(QStringLiteral(SALLYPORT_SOURCE "/resources/") + name);
}

const QString completion = resource(QStringLiteral("completions/sallyportctl"));

QStringList complete(const QStringList& words)
{
    const QStringList arguments
        = QStringList{QStringLiteral(SALLYPORT_SOURCE "/tests/resources/complete.sh"), completion} + words;
    return run(QStringLiteral("bash"), arguments).output.split(u'\n', Qt::SkipEmptyParts);
}

QString textOf(const QString& name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// "sallyportctl --help", the lines of verbs only; empty when the program is not built.
QStringList verbLines()
{
    const Outcome help = run(QStringLiteral(SALLYPORT_BIN "/sallyportctl"), {QStringLiteral("--help")});
    return help.code == 0 ? help.output.split(u'\n').filter(QRegularExpression(QStringLiteral("^  [a-z]")))
                          : QStringList();
}

// The lower-case words a line of help begins with: "policy show".
QStringList verbOf(const QString& line)
{
    QStringList verb;
    for (const QString& word : line.trimmed().split(u' ', Qt::SkipEmptyParts)) {
        if (verb.size() == 2 || !QRegularExpression(QStringLiteral("^[a-z]+$")).match(word).hasMatch())
            break;
        verb.append(word);
        // A verb of one word is followed by more than one blank or by a parameter.
        if (line.contains(QString(word % QStringLiteral("  "))))
            break;
    }
    return verb;
}

QStringList optionsOf(const QString& line)
{
    QStringList options;
    auto found = QRegularExpression(QStringLiteral("\\[(--[a-z-]+)")).globalMatch(line);
    while (found.hasNext())
        options.append(found.next().captured(1));
    return options;
}

} // namespace

class TestPackaging : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const Outcome outcome = run(QStringLiteral(CMAKE),
            {QStringLiteral("--install"), QStringLiteral(SALLYPORT_BUILD), QStringLiteral("--prefix"), prefix()});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.output));
    }

    void toolsFindNothing_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("completion is bash") << QStringLiteral("bash") << QStringList{QStringLiteral("-n"), completion};
        for (const char* page : {"sallyport.1", "sallyportctl.1", "sallyportd.8"})
            QTest::newRow(page) << QStringLiteral("groff")
                                << QStringList{QStringLiteral("-man"), QStringLiteral("-Tutf8"), QStringLiteral("-ww"),
                                       QStringLiteral("-z"),
                                       resource(QStringLiteral("man/") + QString::fromLatin1(page))};
        QTest::newRow("metainfo") << QStringLiteral("appstreamcli")
                                  << QStringList{QStringLiteral("validate"), QStringLiteral("--no-net"),
                                         // The project has no domain of its own to name it by.
                                         QStringLiteral("--override=cid-desktopapp-is-not-rdns=info"),
                                         resource(QStringLiteral("desktop/sallyport.metainfo.xml"))};
        QTest::newRow("desktop entry") << QStringLiteral("desktop-file-validate")
                                       << QStringList{resource(QStringLiteral("desktop/sallyport.desktop"))};
        // No less than 10 of 100 is possible: what is left is the host's network (5) and its sockets (3 for IP, 1 for
        // the control socket, 1 for netlink, which tells this computer's addresses), addresses that are not loopback
        // (1), the root folder (1), and the clock's device, which ProtectClock lets be read (1).
        QTest::newRow("unit is hardened")
            << QStringLiteral("systemd-analyze")
            << QStringList{QStringLiteral("security"), QStringLiteral("--offline=true"),
                   QStringLiteral("--threshold=10"), QStringLiteral("--no-pager"), installed(QLatin1StringView(unit))};
    }

    void toolsFindNothing()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP(qPrintable(QString(program % QStringLiteral(" is not installed"))));
        const Outcome outcome = run(program, arguments);
        QVERIFY2(outcome.code == 0, qPrintable(outcome.output));
        if (program == QStringLiteral("groff"))
            QCOMPARE(outcome.output, QString());
    }

    // Wherever --prefix leads.
    void theUnitStartsWhatWasInstalled()
    {
        const auto start = QRegularExpression(QStringLiteral("^ExecStart=(\\S+)"), QRegularExpression::MultilineOption)
                               .match(textOf(installed(QLatin1StringView(unit))));
        QCOMPARE(start.captured(1), installed(QStringLiteral("bin/sallyportd")));
        for (const char* program : {"sallyport", "sallyportd", "sallyportctl"}) {
            const Outcome outcome = run(
                installed(QString(QStringLiteral("bin/") % QLatin1StringView(program))), {QStringLiteral("--version")});
            QVERIFY2(
                outcome.code == 0 && outcome.output.startsWith(QLatin1StringView(program)), qPrintable(outcome.output));
        }
        for (const char* file : {"lib/sysusers.d/sallyport.conf", "share/applications/sallyport.desktop",
                 "share/metainfo/sallyport.metainfo.xml", "share/icons/hicolor/scalable/apps/sallyport.svg",
                 "share/man/man1/sallyport.1", "share/man/man1/sallyportctl.1", "share/man/man8/sallyportd.8",
                 "share/bash-completion/completions/sallyportctl"})
            QVERIFY2(QFile::exists(installed(QLatin1StringView(file))), file);
    }

    void helpNamesTheProgram()
    {
        for (const char* program : {"sallyport", "sallyportd", "sallyportctl"}) {
            const Outcome help = run(
                installed(QString(QStringLiteral("bin/") % QLatin1StringView(program))), {QStringLiteral("--help")});
            QCOMPARE(help.code, 0);
            QVERIFY2(help.output.startsWith(QString(QStringLiteral("Usage: ") % QLatin1StringView(program) % u' ')),
                qPrintable(help.output));
        }
        // What is not offered is refused, without a window.
        const Outcome all = run(installed(QStringLiteral("bin/sallyport")), {QStringLiteral("--help-all")});
        QVERIFY2(all.code == 2 && all.output.contains(QStringLiteral("help-all")), qPrintable(all.output));
    }

    void programsAreHardened_data()
    {
        QTest::addColumn<QString>("program");
        for (const char* program : {"sallyport", "sallyportd", "sallyportctl"})
            QTest::newRow(program) << installed(QString(QStringLiteral("bin/") % QLatin1StringView(program)));
    }

    // As Debian builds its own: dpkg-buildflags with hardening=+all.
    void programsAreHardened()
    {
        QFETCH(QString, program);
        if (QStandardPaths::findExecutable(QStringLiteral("readelf")).isEmpty())
            QSKIP("readelf (binutils) is not installed");
        const Outcome elf = run(QStringLiteral("readelf"),
            {QStringLiteral("--wide"), QStringLiteral("--dynamic"), QStringLiteral("--segments"),
                QStringLiteral("--dyn-syms"), program});
        QVERIFY2(elf.code == 0, qPrintable(elf.output));
        const auto has = [&elf](const char* pattern) {
            return QRegularExpression(QLatin1StringView(pattern)).match(elf.output).hasMatch();
        };
        QVERIFY2(!has("\\((RPATH|RUNPATH)\\)"), "whoever may write there chooses its libraries");
#ifndef SALLYPORT_HARDENED
        QSKIP("only the release preset is hardened");
#endif
        QVERIFY2(has("FLAGS_1.*\\bNOW\\b.*\\bPIE\\b"), "BIND_NOW and PIE");
        QVERIFY2(has("GNU_RELRO"), "RELRO");
        QVERIFY2(has("GNU_STACK.* RW "), "a stack that can't be executed");
        QVERIFY2(has("\\b__stack_chk_fail\\b"), "stack protector");
        QVERIFY2(!has(" v?(f|sn?)?printf@"), "FORTIFY: these have a checked twin");
    }

    void completions_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("offered"); // all of it
        QTest::newRow("verb") << QStringLiteral("se") << QStringLiteral("servers service sessions");
        QTest::newRow("second word") << QStringLiteral("policy re") << QStringLiteral("restore");
        QTest::newRow("programs") << QStringLiteral("app set ") << QStringLiteral("aim msmsgs");
        QTest::newRow("key by D") << QStringLiteral("app set msmsgs D")
                                  << QStringLiteral(
                                         "Disable DisableEx DontRemoteOutboundTcpPorts DontRemoteOutboundUdpPorts");
        QTest::newRow("value") << QStringLiteral("app set msmsgs NameResolution ") << QStringLiteral("L R");
        QTest::newRow("value after an option")
            << QStringLiteral("--server branch-a app set --comment x msmsgs Disable ") << QStringLiteral("0 1");
        QTest::newRow("services") << QStringLiteral("service restart ") << QStringLiteral("firewall socks webProxy");
        QTest::newRow("servers") << QStringLiteral("--server ") << QStringLiteral("branch-a branch-b");
        QTest::newRow("revisions") << QStringLiteral("policy restore 1") << QStringLiteral("11 12");
        QTest::newRow("options of the verb") << QStringLiteral(
            "log --") << QStringLiteral("--before --control --json --limit --server --text --timeout");
        QTest::newRow("formats") << QStringLiteral("policy export --format ") << QStringLiteral("ini json");
        QTest::newRow("no more parameters") << QStringLiteral("status ") << QString();
    }

    void completions()
    {
        QFETCH(QString, line);
        QFETCH(QString, offered);
        QStringList found = complete(line.split(u' '));
        QStringList expected = offered.split(u' ', Qt::SkipEmptyParts);
        found.sort();
        expected.sort();
        QCOMPARE(found, expected);
    }

    void everyVerbIsCompletedAndDescribed()
    {
        const QStringList lines = verbLines();
        if (lines.isEmpty())
            QSKIP("sallyportctl is not built");
        const QString page = textOf(resource(QStringLiteral("man/sallyportctl.1"))).remove(u'\\');
        for (const QString& line : lines) {
            const QStringList verb = verbOf(line);
            QVERIFY2(!verb.isEmpty(), qPrintable(line));
            for (qsizetype i = 0; i < verb.size(); ++i)
                QVERIFY2(complete(verb.mid(0, i) + QStringList{verb.at(i)}).contains(verb.at(i)), qPrintable(line));
            QVERIFY2(page.contains(verb.last()), qPrintable(line));
            const QStringList options = optionsOf(line);
            const QStringList offered = complete(verb + QStringList{QStringLiteral("--")});
            for (const QString& option : options) {
                QVERIFY2(offered.contains(option), qPrintable(line));
                QVERIFY2(page.contains(option), qPrintable(QString(option % QStringLiteral(" in the man page"))));
            }
        }
    }

private:
    static constexpr char unit[] = "lib/systemd/system/sallyportd.service";
    QString prefix() const
    {
        return m_dir.filePath(QStringLiteral("prefix"));
    }
    QString installed(const QString& file) const
    {
        return QString(prefix() % u'/' % file);
    }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestPackaging)
#include "test_packaging.moc"
