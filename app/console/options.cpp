// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/options.h"

#include <QCommandLineParser>

namespace sallyport
{

Result<Options> parseOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Sallyport: which programs may leave the network, and who is connected now."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Print the options."));
    parser.addOption(help);
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption panel(QStringLiteral("panel"),
        QStringLiteral("Show one pane alone in a small window: sessions."), QStringLiteral("name"));
    const QCommandLineOption server(QStringLiteral("server"),
        QStringLiteral("The server to begin with, by name; the private service by default."), QStringLiteral("name"));
    const QCommandLineOption control(QStringLiteral("control"),
        QStringLiteral("Use the service behind this local socket; no private service is started."),
        QStringLiteral("socket"));
    const QCommandLineOption data(QStringLiteral("data"),
        QStringLiteral("Keep drafts and the private service here instead of the user's folder."),
        QStringLiteral("folder"));
    const QCommandLineOption tour(QStringLiteral("tour"),
        QStringLiteral("Do the main job by itself, print each step, leave pictures in the folder; 0 when all held."),
        QStringLiteral("folder"));
    const QCommandLineOption startup(
        QStringLiteral("startup-time"), QStringLiteral("Print the time to the first picture and go on."));
    parser.addOptions({panel, server, control, data, tour, startup});
    if (!parser.parse(arguments))
        return Error{ErrorCode::InvalidValue, QStringLiteral("command line"),
            parser.errorText() + QStringLiteral(" See --help.")};
    if (!parser.positionalArguments().isEmpty()) {
        return Error{ErrorCode::UnknownWord, parser.positionalArguments().constFirst(),
            QStringLiteral("no such argument; options begin with \"--\". See --help.")};
    }
    Options options{parser.value(panel), parser.value(server), parser.value(control), parser.value(data),
        parser.value(tour), parser.isSet(startup), {}};
    if (parser.isSet(panel) && options.panel != u"sessions") {
        return Error{ErrorCode::UnknownWord, QStringLiteral("--panel"),
            QStringLiteral("\"%1\" is no panel; there is: sessions.").arg(options.panel)};
    }
    if (parser.isSet(help))
        // Asked before there is an application, the parser does not know the program's name.
        options.message = parser.helpText().replace(QStringLiteral("<executable_name>"), QStringLiteral("sallyport"));
    else if (parser.isSet(version))
        options.message = QStringLiteral("sallyport " SALLYPORT_VERSION "\n");
    return options;
}

} // namespace sallyport
