// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/commands.h"
#include "app/service/enrol.h"
#include "app/service/service.h"
#include "app/service/world.h"
#include "models/base/standardfiles.h"
#include "models/base/visibletext.h"

#include <QCoreApplication>

#include <cstdio>
#include <optional>

using namespace sallyport;

namespace
{

int serve(QCoreApplication& application, const ServiceOptions& options)
{
    prepareProcess();
    const StopSignals stops;
    QObject::connect(&stops, &StopSignals::stopRequested, &application, &QCoreApplication::quit);
    std::optional<InputEnd> input;
    if (options.untilStdinCloses) {
        input.emplace();
        QObject::connect(&*input, &InputEnd::reached, &application, &QCoreApplication::quit);
    }
    const auto service = Service::start(options);
    if (!service) {
        printError(service.error());
        return 1;
    }
    if (runsAsRoot())
        qWarning("running as root, which nothing here needs: give the service an account of its own");
    std::puts(visibleJson((*service)->readyLine()).constData());
    std::fflush(stdout);
    return application.exec();
}

} // namespace

int main(int argc, char** argv)
{
    fillStandardFiles();
    QCoreApplication application(argc, argv);
    logToStandardError();
    const auto options = parseOptions(application.arguments().mid(1));
    if (!options) {
        printError(options.error());
        return 2;
    }
    switch (options->command) {
    case ServiceOptions::Command::Help:
        std::fputs(serviceHelp().toUtf8().constData(), stdout);
        return 0;
    case ServiceOptions::Command::Version:
        std::puts("sallyportd " SALLYPORT_VERSION);
        return 0;
    case ServiceOptions::Command::Check:
        return checkPolicyFile(options->checkFile);
    case ServiceOptions::Command::Enrol:
        return printEnrolmentCode(*options);
    case ServiceOptions::Command::Run:
        break;
    }
    return serve(application, *options);
}
