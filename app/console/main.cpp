// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/options.h"
#include "app/console/run.h"
#include "models/base/standardfiles.h"
#include "models/base/visibletext.h"

#include <QApplication>
#include <QElapsedTimer>

#include <cstdio>

int main(int argc, char* argv[])
{
    sallyport::fillStandardFiles();
    QElapsedTimer sinceStart;
    sinceStart.start();
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const sallyport::Result<sallyport::Options> options = sallyport::parseOptions(arguments);
    if (!options) {
        std::fprintf(stderr, "sallyport: %s\n", qUtf8Printable(sallyport::visibleText(options.error().text())));
        return 2;
    }
    if (!options->message.isEmpty()) {
        std::fputs(qUtf8Printable(options->message), stdout);
        return 0;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("sallyport"));
    QApplication::setOrganizationName(QStringLiteral("Sallyport"));
    QApplication::setApplicationVersion(QStringLiteral(SALLYPORT_VERSION));
    return sallyport::run(application, *options, sinceStart);
}
