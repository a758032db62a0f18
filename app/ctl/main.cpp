// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/table.h"
#include "app/ctl/verbs.h"
#include "models/base/visibletext.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

using namespace sallyport;

namespace
{

void print(FILE* to, const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), to);
}

// What could not be printed whole (a full disk, a closed output) is no success, whatever was done.
int printed(ExitCode exit)
{
    if (std::fflush(stdout) == 0 && !std::ferror(stdout))
        return exit;
    print(stderr, "sallyportctl: standard output: cannot be written\n");
    return exit == ExitDone ? ExitRefused : exit;
}

QJsonObject errorJson(const Error& error)
{
    const QJsonObject members{{QStringLiteral("code"), errorWord(error.code)},
        {QStringLiteral("subject"), error.subject}, {QStringLiteral("detail"), error.detail}};
    return {{QStringLiteral("error"), members}};
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList line = application.arguments().mid(1);
    if (line.isEmpty() || line.first() == QStringLiteral("help") || hasSwitch(line, QStringLiteral("--help"))) {
        print(line.isEmpty() ? stderr : stdout, helpText().toUtf8());
        return printed(line.isEmpty() ? ExitUsage : ExitDone);
    }
    if (hasSwitch(line, QStringLiteral("--version"))) {
        print(stdout, "sallyportctl " SALLYPORT_VERSION "\n");
        return printed(ExitDone);
    }
    const Answer answer = runCommand(line);
    if (answer.exit != ExitDone)
        print(stderr, "sallyportctl: " + printable(answer.error.text()).toUtf8() + '\n');
    if (hasSwitch(line, QStringLiteral("--json")))
        print(stdout,
            visibleJson(QJsonDocument(answer.exit == ExitDone ? answer.json : errorJson(answer.error)).toJson()));
    else if (answer.exit == ExitDone)
        print(stdout, answer.bytes.isEmpty() ? printable(answer.text).toUtf8() : answer.bytes);
    return printed(answer.exit);
}
