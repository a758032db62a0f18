// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/texts.h"

#include <QCoreApplication>

#include <array>

namespace sallyport::texts
{

namespace
{

struct FieldRow {
    QLatin1StringView path;
    const char* text;
};

constexpr std::array rows{
    FieldRow{QLatin1StringView("server.name"), QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Server: name")},
    FieldRow{
        QLatin1StringView("server.description"), QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Server: description")},
    FieldRow{QLatin1StringView("listeners.webProxy.enabled"),
        QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Web Proxy: accepts requests")},
    FieldRow{QLatin1StringView("listeners.webProxy.address"),
        QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Web Proxy: address")},
    FieldRow{
        QLatin1StringView("listeners.webProxy.port"), QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Web Proxy: port")},
    FieldRow{QLatin1StringView("listeners.firewallClient.enabled"),
        QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Firewall Client channel: accepts clients")},
    FieldRow{QLatin1StringView("listeners.firewallClient.address"),
        QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Firewall Client channel: address")},
    FieldRow{QLatin1StringView("listeners.firewallClient.port"),
        QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Firewall Client channel: port")},
    FieldRow{QLatin1StringView("listeners.connectTimeoutSeconds"),
        QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Give up connecting after (seconds)")},
    FieldRow{QLatin1StringView("listeners.idleTimeoutSeconds"),
        QT_TRANSLATE_NOOP("sallyport::FieldTexts", "End idle connections after (seconds)")},
    FieldRow{QLatin1StringView("listeners.connectionLimit"),
        QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Connections at once, at most")},
    FieldRow{QLatin1StringView("client.addressing"), QT_TRANSLATE_NOOP("sallyport::FieldTexts", "How clients connect")},
    FieldRow{
        QLatin1StringView("client.serverName"), QT_TRANSLATE_NOOP("sallyport::FieldTexts", "DNS name told to clients")},
    FieldRow{QLatin1StringView("client.serverAddresses"),
        QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Addresses told to clients")},
    FieldRow{QLatin1StringView("client.autoDetectServers"),
        QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Clients detect the server automatically")},
    FieldRow{QLatin1StringView("client.applications"),
        QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Application settings: order")},
    FieldRow{QLatin1StringView("client.port"), QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Port told to clients")},
    FieldRow{QLatin1StringView("client.refreshHours"),
        QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Fetch settings every (hours)")},
    FieldRow{QLatin1StringView("client.recheckInaccessibleMinutes"),
        QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Try a silent server again after (minutes)")},
    FieldRow{QLatin1StringView("client.refreshGiveUpMinutes"),
        QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Give up a fetch after (minutes)")},
    FieldRow{QLatin1StringView("client.inaccessibleGiveUpMinutes"),
        QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Give up a silent server after (minutes)")},
    FieldRow{QLatin1StringView("client.webProxyName"),
        QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Web Proxy told to browsers")},
    FieldRow{QLatin1StringView("client.webProxyPort"),
        QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Web Proxy port told to browsers")},
    FieldRow{QLatin1StringView("client.setBrowsersToUseProxy"),
        QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Set browsers to use the Web Proxy")},
    FieldRow{QLatin1StringView("client.setBrowsersToUseAutoConfig"),
        QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Set browsers to use a configuration script")},
    FieldRow{QLatin1StringView("client.setBrowsersToUseAutoDetect"),
        QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Set browsers to detect settings automatically")},
    FieldRow{
        QLatin1StringView("client.configurationUrl"), QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Script address")},
    FieldRow{QLatin1StringView("filters.socks.enabled"),
        QT_TRANSLATE_NOOP("sallyport::FieldTexts", "SOCKS V4 filter: enabled")},
    FieldRow{QLatin1StringView("filters.socks.address"),
        QT_TRANSLATE_NOOP("sallyport::FieldTexts", "SOCKS V4 filter: address")},
    FieldRow{
        QLatin1StringView("filters.socks.port"), QT_TRANSLATE_NOOP("sallyport::FieldTexts", "SOCKS V4 filter: port")},
    FieldRow{QLatin1StringView("unmatched"),
        QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Requests that no entry or rule speaks of")},
    FieldRow{QLatin1StringView("localAddresses"), QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Local Address Table")},
    FieldRow{QLatin1StringView("localDomains"), QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Local Domain Table")},
};

// What a service is troubled about, and what a call takes: no fields of a policy.
constexpr std::array subjects{
    FieldRow{QLatin1StringView("control"), QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Consoles elsewhere")},
    FieldRow{QLatin1StringView("audit trail"), QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Audit trail")},
    FieldRow{QLatin1StringView("clients"), QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Clients")},
    FieldRow{QLatin1StringView("reason"), QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Reason")},
    FieldRow{QLatin1StringView("comment"), QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Comment")},
    FieldRow{QLatin1StringView("name"), QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Name")},
    FieldRow{QLatin1StringView("certificate"), QT_TRANSLATE_NOOP("sallyport::FieldTexts", "Certificate")},
};

QString tr(const char* text)
{
    return QCoreApplication::translate("sallyport::FieldTexts", text);
}

} // namespace

QString subject(const QString& written)
{
    for (const FieldRow& row : subjects) {
        if (row.path == written)
            return tr(row.text);
    }
    const auto listener = serviceFromWord(written);
    return listener ? service(*listener) : changePath(written);
}

QString field(const QString& path)
{
    // A list names its item in brackets: by its place, counted from 0, or by what it says.
    const qsizetype open = path.indexOf(u'[');
    const QStringView name = open < 0 ? QStringView(path) : QStringView(path).first(open);
    for (const FieldRow& row : rows) {
        if (row.path != name)
            continue;
        if (open < 0 || !path.endsWith(u']'))
            return tr(row.text);
        const QString item = path.sliced(open + 1, path.size() - open - 2);
        bool isPlace = false;
        const int place = item.toInt(&isPlace);
        return isPlace
            ? QCoreApplication::translate("sallyport::FieldTexts", "%1, line %2").arg(tr(row.text)).arg(place + 1)
            : QCoreApplication::translate("sallyport::FieldTexts", "%1: %2").arg(tr(row.text), item);
    }
    return path;
}

} // namespace sallyport::texts
