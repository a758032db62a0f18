// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/options.h"

#include "app/service/endpoints.h"
#include "models/base/places.h"

#include <QFileInfo>

namespace sallyport
{

namespace
{

Error usage(const QString& option, const QString& detail)
{
    return {ErrorCode::InvalidValue, option, detail};
}

Status takeNumber(int& number, const QString& name, const QString& value, const char* kind, int most)
{
    bool isNumber = false;
    number = value.toInt(&isNumber);
    if (isNumber && number >= 1 && number <= most)
        return {};
    return usage(name, QStringLiteral("must be %1 from 1 to %2").arg(QLatin1StringView(kind)).arg(most));
}

Status takeValued(ServiceOptions& options, const QString& name, const QString& value)
{
    if (name == QStringLiteral("--data")) {
        options.data = value;
    } else if (name == QStringLiteral("--control")) {
        // Qt would look for a relative name in the folder for temporary files.
        options.control = QFileInfo(value).absoluteFilePath();
    } else if (name == QStringLiteral("--check")) {
        options.command = ServiceOptions::Command::Check;
        options.checkFile = value;
    } else if (name == QStringLiteral("--role")) {
        const auto role = roleFromWord(value);
        if (!role)
            return usage(name, QStringLiteral("\"%1\" is no role; use viewer, operator or administrator").arg(value));
        options.role = *role;
    } else if (name == QStringLiteral("--half-closed")) {
        return takeNumber(options.halfClosedSeconds, name, value, "a number of seconds", 3600);
    } else if (name == QStringLiteral("--client-share")) {
        return takeNumber(options.clientShare, name, value, "a percentage", 100);
    } else if (name == QStringLiteral("--client-binds")) {
        return takeNumber(options.clientBinds, name, value, "a number", 65535);
    } else if (name == QStringLiteral("--request-memory")) {
        return takeNumber(options.requestMemory, name, value, "a number of MiB", 65536);
    } else {
        const auto endpoint = parseEndpoint(value);
        if (!endpoint)
            return usage(name, QStringLiteral("must be ADDRESS:PORT, such as 127.0.0.1:1746 or [::]:1746"));
        options.tlsAddress = endpoint->address;
        options.tlsPort = endpoint->port;
    }
    return {};
}

Status complete(const ServiceOptions& options, bool roleGiven)
{
    using Command = ServiceOptions::Command;
    if ((options.command == Command::Run || options.command == Command::Enrol) && options.data.isEmpty())
        return usage(QStringLiteral("--data"),
            QStringLiteral("must name the folder of databases, logs and key: $HOME is not set, or the name is empty"));
    if (options.command == Command::Enrol && !roleGiven)
        return usage(QStringLiteral("--role"), QStringLiteral("is required: viewer, operator or administrator"));
    return {};
}

} // namespace

Result<ServiceOptions> parseOptions(const QStringList& line)
{
    static const QStringList valued{QStringLiteral("--data"), QStringLiteral("--control"),
        QStringLiteral("--control-tls"), QStringLiteral("--check"), QStringLiteral("--role"),
        QStringLiteral("--half-closed"), QStringLiteral("--client-share"), QStringLiteral("--client-binds"),
        QStringLiteral("--request-memory")};
    ServiceOptions options;
    options.data = privateServiceFolder();
    bool roleGiven = false;
    bool tlsGiven = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QString name = line.at(i).section(u'=', 0, 0);
        const bool inlined = name.size() < line.at(i).size();
        if (i == 0 && name == QStringLiteral("enrol")) {
            options.command = ServiceOptions::Command::Enrol;
        } else if (name == QStringLiteral("--ephemeral") && !inlined) {
            options.ephemeral = true;
        } else if (name == QStringLiteral("--until-stdin-closes") && !inlined) {
            options.untilStdinCloses = true;
        } else if (name == QStringLiteral("--help")) {
            options.command = ServiceOptions::Command::Help;
        } else if (name == QStringLiteral("--version")) {
            options.command = ServiceOptions::Command::Version;
        } else if (!valued.contains(name)) {
            return usage(line.at(i), QStringLiteral("there is no such option; see --help"));
        } else if (!inlined && i + 1 == line.size()) {
            return usage(name, QStringLiteral("needs a value"));
        } else {
            const QString value = inlined ? line.at(i).mid(name.size() + 1) : line.at(++i);
            roleGiven = roleGiven || name == QStringLiteral("--role");
            tlsGiven = tlsGiven || name == QStringLiteral("--control-tls");
            if (const Status taken = takeValued(options, name, value); !taken)
                return taken.error();
        }
    }
    if (const Status whole = complete(options, roleGiven); !whole)
        return whole.error();
    if (options.ephemeral && !tlsGiven)
        options.tlsPort = 0;
    return options;
}

QString serviceHelp()
{
    return QStringLiteral(
        "Usage: sallyportd [--data DIR] [--ephemeral] [--control SOCKET] [--control-tls ADDRESS:PORT]\n"
        "                  [--half-closed SECONDS] [--client-share PERCENT] [--client-binds N] [--request-memory MIB]\n"
        "                  [--until-stdin-closes]\n"
        "       sallyportd enrol [--data DIR] --role viewer|operator|administrator\n"
        "       sallyportd --check FILE\n"
        "\n"
        "  --data DIR        folder of databases, logs and key, made on first start; unless given, this user's "
        "private\n"
        "                    service, where sallyport and sallyportctl look for it\n"
        "  --ephemeral       every listener takes a free loopback port instead of the policy's\n"
        "  --control SOCKET  local control socket; DIR/control.sock unless given\n"
        "  --control-tls A:P control channel for consoles elsewhere; 127.0.0.1:1746 unless given, port 0 takes a free "
        "one\n"
        "  --half-closed S   close a connection when one side has ended and nothing moved for S seconds; 15 unless "
        "given\n"
        "  --client-share P  how much of the places for clients one address may take, in percent; 50 unless given. An\n"
        "                    IPv6 network of 64 bits counts as one address, and so does all of loopback\n"
        "  --client-binds N  how many SOCKS BINDs one address may wait with; 16 unless given\n"
        "  --request-memory M\n"
        "                    how many MiB the unfinished requests of all clients may hold; 64 unless given. One "
        "address\n"
        "                    may hold its share of them\n"
        "  --until-stdin-closes\n"
        "                    stop when standard input reaches its end, for a program that starts its own sallyportd\n"
        "  --check FILE      print all problems of a policy (JSON or ini); exit 0 when it can be applied, else 1\n"
        "  enrol             print a one-time code for one console, valid for 15 minutes; works while the service "
        "runs\n"
        "\n"
        "When ready, one line of JSON with the addresses goes to standard output. SIGTERM and SIGINT stop the "
        "service.\n");
}

} // namespace sallyport
