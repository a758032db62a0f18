// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/options.h"

#include <QCommandLineParser>

#include <algorithm>

namespace sallyport
{

namespace
{

// What QApplication takes off the command line by itself; it is made only after ours has been read.
constexpr QLatin1StringView qtValued[]{QLatin1StringView("style"), QLatin1StringView("stylesheet"),
    QLatin1StringView("platform"), QLatin1StringView("platformpluginpath"), QLatin1StringView("platformtheme"),
    QLatin1StringView("plugin"), QLatin1StringView("qwindowgeometry"), QLatin1StringView("qwindowicon"),
    QLatin1StringView("qwindowtitle"), QLatin1StringView("session"), QLatin1StringView("display"),
    QLatin1StringView("geometry"), QLatin1StringView("title"), QLatin1StringView("icon"), QLatin1StringView("name")};
constexpr QLatin1StringView qtSwitches[]{
    QLatin1StringView("reverse"), QLatin1StringView("widgetcount"), QLatin1StringView("dialogs")};

template <std::size_t N> bool holds(const QLatin1StringView (&names)[N], QStringView name)
{
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

QStringList withoutQtOptions(const QStringList& arguments)
{
    QStringList own;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& word = arguments.at(i);
        // Of one dash or two, as Qt has it.
        const qsizetype dashes = word.startsWith(QLatin1StringView("--")) ? 2 : word.startsWith(u'-') ? 1 : 0;
        const qsizetype equals = word.indexOf(u'=');
        const QStringView name = QStringView(word).sliced(dashes, (equals < 0 ? word.size() : equals) - dashes);
        if (i == 0 || dashes == 0 || (!holds(qtSwitches, name) && !holds(qtValued, name)))
            own.append(word);
        else if (equals < 0 && holds(qtValued, name))
            ++i; // its value
    }
    return own;
}

} // namespace

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
    if (!parser.parse(withoutQtOptions(arguments)))
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
        options.message = parser.helpText().replace(QStringLiteral("<executable_name>"), QStringLiteral("sallyport"))
            + QStringLiteral(
                "\nQt's own options (-platform, -style, -stylesheet, -reverse and their like) are taken, too.\n");
    else if (parser.isSet(version))
        options.message = QStringLiteral("sallyport " SALLYPORT_VERSION "\n");
    return options;
}

} // namespace sallyport
