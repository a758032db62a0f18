// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/table.h"
#include "app/ctl/verbs.h"
#include "models/base/standardfiles.h"

#include <QCoreApplication>

#include <cstdio>

using namespace sallyport;

namespace
{

void print(FILE* to, const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), to);
}

// What could not be printed whole (a full disk, a closed output) is no success, whatever was done.
int finished(ExitCode exit)
{
    if (std::fflush(stdout) == 0 && !std::ferror(stdout))
        return exit;
    print(stderr, "sallyportctl: standard output: cannot be written\n");
    return exit == ExitDone ? ExitRefused : exit;
}

} // namespace

int main(int argc, char** argv)
{
    fillStandardFiles();
    const QCoreApplication application(argc, argv);
    const QStringList line = application.arguments().mid(1);
    if (line.isEmpty() || line.first() == QStringLiteral("help") || hasSwitch(line, QStringLiteral("--help"))) {
        print(line.isEmpty() ? stderr : stdout, helpText().toUtf8());
        return finished(line.isEmpty() ? ExitUsage : ExitDone);
    }
    if (hasSwitch(line, QStringLiteral("--version"))) {
        print(stdout, "sallyportctl " SALLYPORT_VERSION "\n");
        return finished(ExitDone);
    }
    const Answer answer = runCommand(line);
    const Printed text = printed(answer, hasSwitch(line, QStringLiteral("--json")), isTerminal(1));
    print(stderr, text.err);
    print(stdout, text.out);
    return finished(answer.exit);
}
