// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/verbs.h"

#include "app/ctl/table.h"
#include "app/ctl/verblist.h"
#include "models/base/visibletext.h"

#include <QJsonDocument>

namespace sallyport
{

namespace
{

constexpr int many = 1000000;
const QStringList commonValued{QStringLiteral("control"), QStringLiteral("server"), QStringLiteral("timeout")};
const QStringList commonSwitches{QStringLiteral("json")};

struct Options {
    QStringList valued = commonValued;
    QStringList switches = commonSwitches;
};

void addOptions(Options& options, const Verb& verb)
{
    const QStringList names = QString::fromUtf8(verb.options).split(u' ', Qt::SkipEmptyParts);
    for (const QString& name : names)
        name.endsWith(u'=') ? options.valued.append(name.chopped(1)) : options.switches.append(name);
}

QStringList wordsOf(const Verb& verb)
{
    return QString::fromUtf8(verb.words).split(u' ');
}

const Verb* findVerb(const QStringList& words)
{
    const Verb* best = nullptr;
    for (const Verb& verb : verbs()) {
        const QStringList wanted = wordsOf(verb);
        if (words.mid(0, wanted.size()) == wanted && (!best || wanted.size() > wordsOf(*best).size()))
            best = &verb;
    }
    return best;
}

Answer noSuchVerb(const QStringList& words)
{
    QStringList second;
    for (const Verb& verb : verbs()) {
        if (!words.isEmpty() && wordsOf(verb).first() == words.first())
            second.append(wordsOf(verb).last());
    }
    if (!second.isEmpty())
        return Answer::usage(
            words.first(), QStringLiteral("is followed by one of ") + second.join(QStringLiteral(", ")));
    return Answer::usage(words.isEmpty() ? QStringLiteral("sallyportctl") : words.join(u' '),
        words.isEmpty() ? QStringLiteral("a verb is missing; see --help")
                        : QStringLiteral("there is no such verb; see --help"));
}

// Which words are options' values is known only with all options of all verbs; the verb found decides what it takes.
Result<Arguments> parseLoosely(const QStringList& line)
{
    Options all;
    for (const Verb& verb : verbs())
        addOptions(all, verb);
    return parseArguments(line, all.valued, all.switches);
}

QJsonObject errorJson(const Error& error)
{
    const QJsonObject members{{QStringLiteral("code"), errorWord(error.code)},
        {QStringLiteral("subject"), error.subject}, {QStringLiteral("detail"), error.detail}};
    return {{QStringLiteral("error"), members}};
}

// A file's text on a screen.
QByteArray visibleLines(const QByteArray& bytes)
{
    std::string shown;
    for (const QByteArray& line : bytes.split('\n')) {
        appendVisible(shown, (line.endsWith('\r') ? line.chopped(1) : line).toStdString());
        shown += '\n';
    }
    if (bytes.endsWith('\n'))
        shown.pop_back();
    return QByteArray::fromStdString(shown);
}

} // namespace

const QList<Verb>& verbs()
{
    static const QList<Verb> all{
        {"status", "", "", "what the service says of itself", 0, 0, showStatus},
        {"policy show", "", "revision=", "the policy as JSON", 0, 0, showPolicy},
        {"policy check", "FILE", "format=", "all problems of a policy file", 1, 1, checkPolicy},
        {"policy apply", "FILE", "comment= parent= format=", "make the file the policy", 1, 1, applyPolicy},
        {"policy history", "", "limit= before=", "revisions, newest first", 0, 0, policyHistory},
        {"policy diff", "[FROM [TO]]", "",
            "what changed between revisions (or a FILE and now); the last change by default", 0, 2, policyDiff},
        {"policy blame", "PLACE", "", "the revision that last changed what stands there, written as policy diff does",
            1, 1, policyBlame},
        {"policy restore", "REVISION", "comment=", "apply an old revision again", 1, 1, restorePolicy},
        {"policy export", "[FILE]", "format= revision=", "the policy as --format ini or json", 0, 1, exportPolicy},
        {"policy import", "FILE", "comment= parent= format=", "the same as policy apply", 1, 1, applyPolicy},
        {"app list", "", "", "application entries of the Firewall Client", 0, 0, listApplications},
        {"app set", "PROGRAM KEY VALUE", "comment=", "add or change an entry; applies at once", 3, 3, setApplication},
        {"app unset", "PROGRAM [KEY]", "comment=", "remove a key or a whole entry; applies at once", 1, 2,
            unsetApplication},
        {"ini export", "[FILE]", "", "mspclnt.ini as it is handed out", 0, 1, exportIni},
        {"ini import", "FILE", "comment=", "take over what a mspclnt.ini, wspcfg.ini or msplat.txt says", 1, 1,
            importIni},
        {"sessions", "", "filter=", "live sessions and connections", 0, 0, listSessions},
        {"disconnect", "[ID…]", "filter= reason= yes", "end sessions, connections (cID), or all that fit the filter", 0,
            many, disconnectSessions},
        {"service status", "", "", "the services and their state", 0, 0, serviceStatus},
        {"service start", "NAME", "", "firewall, webProxy or socks", 1, 1, startService},
        {"service stop", "NAME", "", "closes its port and ends its connections", 1, 1, stopService},
        {"service restart", "NAME", "", "ends its connections", 1, 1, restartService},
        {"clients", "", "", "which computer has which mspclnt.ini", 0, 0, listClients},
        {"audit", "", "limit= before=", "who changed what", 0, 0, listAudit},
        {"log", "", "limit= before= text=", "the connection log, newest first", 0, 0, listLog},
        {"consoles", "", "", "enrolled consoles", 0, 0, listConsoles},
        {"consoles revoke", "FINGERPRINT", "", "throw a console out", 1, 1, revokeConsole},
        {"enrol", "HOST:PORT", "code= fingerprint= name= as=",
            "make a service known here, with a code of \"sallyportd enrol\"; --name: what it is called here, else its "
            "host; --as: what this console is called there",
            1, 1, enrolServer},
        {"servers", "", "", "services made known by enrol", 0, 0, listServers},
    };
    return all;
}

bool asksForHelp(const QStringList& line)
{
    if (hasSwitch(line, QStringLiteral("--help")))
        return true;
    const auto loose = parseLoosely(line.mid(0, line.indexOf(QStringLiteral("--"))));
    return loose && (loose->words.contains(QStringLiteral("-h")) || loose->words.value(0) == QStringLiteral("help"));
}

bool hasSwitch(const QStringList& line, const QString& name)
{
    const qsizetype end = line.indexOf(QStringLiteral("--"));
    return line.mid(0, end).contains(name);
}

QString helpText()
{
    QString text = QStringLiteral(
        "Usage: sallyportctl [--control SOCKET | --server NAME] [--timeout SECONDS] [--json] VERB …\n\n");
    for (const Verb& verb : verbs()) {
        QString line = QStringLiteral("  %1 %2").arg(QString::fromUtf8(verb.words), QString::fromUtf8(verb.parameters));
        const QStringList names = QString::fromUtf8(verb.options).split(u' ', Qt::SkipEmptyParts);
        for (const QString& name : names)
            line += QStringLiteral(" [--%1%2]").arg(name, name.endsWith(u'=') ? QStringLiteral("…") : QString());
        text += line.leftJustified(58) + QLatin1Char(' ') + QString::fromUtf8(verb.help) + QLatin1Char('\n');
    }
    return text
        + QStringLiteral(
            "\nA filter is words that must all fit: anna, user:anna, user:\"anna\" (exactly), program:ms*, "
            "user:anna|bert,\n"
            "-user:anna (not), received>1MB, age<5m. Fields: type, user, computer, client, program, host, port, sent,\n"
            "received, out, in, connections, age. \"man sallyportctl\" says the rest.\n"
            "\nExit codes: 0 done, 1 refused (also a status with errors, and nothing found to disconnect),\n"
            "2 usage (also a disconnect that needs --yes), 3 not reachable or no answer in --timeout (30) seconds.\n"
            "Without --control and --server: /run/sallyport/control.sock, else this user's private service.\n");
}

Printed printed(const Answer& answer, bool asJson, bool toTerminal)
{
    Printed printed;
    if (!answer.isShown) {
        const Error shown{answer.error.code, subjectText(answer.error.subject),
            answer.error.detail.isEmpty() ? errorWord(answer.error.code) : answer.error.detail};
        printed.err = "sallyportctl: " + printable(shown.text()).toUtf8() + '\n';
    }
    if (asJson)
        printed.out = visibleJson(QJsonDocument(answer.isShown ? answer.json : errorJson(answer.error)).toJson());
    else if (answer.isShown && answer.bytes.isEmpty())
        printed.out = printable(answer.text).toUtf8();
    else if (answer.isShown)
        printed.out = toTerminal ? visibleLines(answer.bytes) : answer.bytes;
    return printed;
}

Answer runCommand(const QStringList& line)
{
    const auto loose = parseLoosely(line);
    if (!loose)
        return Answer::usage(loose.error().subject, loose.error().detail);
    const Verb* verb = findVerb(loose->words);
    if (!verb)
        return noSuchVerb(loose->words);
    Options options;
    addOptions(options, *verb);
    auto arguments = parseArguments(line, options.valued, options.switches);
    if (!arguments)
        return Answer::usage(arguments.error().subject, arguments.error().detail);
    arguments->words = arguments->words.mid(wordsOf(*verb).size());
    const qsizetype given = arguments->words.size();
    if (given < verb->leastParameters || given > verb->mostParameters) {
        return Answer::usage(QString::fromUtf8(verb->words),
            QStringLiteral("takes %1")
                .arg(
                    verb->mostParameters == 0 ? QStringLiteral("no parameters") : QString::fromUtf8(verb->parameters)));
    }
    const auto endpoint = endpointOf(*arguments);
    if (!endpoint)
        return Answer::usage(endpoint.error().subject, endpoint.error().detail);
    const auto patience = arguments->number("timeout", Remote::defaultPatience, 1, 3600);
    if (!patience)
        return Answer::usage(patience.error().subject, patience.error().detail);
    Remote remote(*endpoint, int(*patience));
    return verb->run(remote, *arguments);
}

} // namespace sallyport
