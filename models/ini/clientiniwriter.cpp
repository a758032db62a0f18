// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/clientini.h"
#include "models/ini/clientinisettings.h"
#include "models/ini/iniscanner.h"

namespace sallyport
{

using namespace Qt::Literals::StringLiterals;

namespace
{

void appendLine(QString& text, QStringView line)
{
    text.append(line);
    text.append("\r\n"_L1);
}

template <typename Key> void appendSetting(QString& text, const Key& key, const QString& value)
{
    text.append(key);
    text.append(u'=');
    appendLine(text, iniSafe(value));
}

void appendHeader(QString& text, const QString& name)
{
    text.append(u'[');
    text.append(iniSafe(name));
    appendLine(text, u"]");
}

void appendApplication(QString& text, const ApplicationEntry& entry)
{
    appendHeader(text, entry.name);
    for (const ApplicationSetting& setting : entry.settings)
        appendSetting(text, applicationKeySpec(setting.key).name, setting.value);
}

QString head(const Policy& policy)
{
    QString text;
    const QString server = iniSafe(policy.server.name);
    const QString maker = server.isEmpty() ? u"Sallyport"_s : QString(u"Sallyport on "_s + server);
    appendLine(text, u"; Firewall Client configuration, made by %1."_s.arg(maker));
    appendLine(
        text, u"; Do not edit: every refresh of the client replaces this file. Its settings are changed in the"_s);
    appendLine(text, u"; Sallyport console, under Client Configuration, Firewall Client."_s);
    return text;
}

} // namespace

QByteArray writeClientIni(const Policy& policy)
{
    QString text = head(policy);
    text.reserve(2048 + policy.client.applications.size() * 64);
    for (const ServerSection& section : serverSections(policy)) {
        text.append("\r\n"_L1);
        appendHeader(text, section.name);
        for (const ServerSetting& setting : section.settings)
            appendSetting(text, setting.key, setting.value);
    }
    qsizetype left = 0;
    for (const ApplicationEntry& entry : policy.client.applications) {
        if (!fitsLatin1(entry.name)) {
            ++left;
            continue;
        }
        text.append("\r\n"_L1);
        appendApplication(text, entry);
    }
    // Clients read ISO 8859-1 only; the service goes by these entries all the same.
    if (left > 0)
        appendLine(text, u"\r\n; Left out, since this file can't carry their names: %1."_s.arg(left));
    return encodeIni(text, IniEncoding::Latin1);
}

QByteArray writeWspcfg(const ApplicationEntry& entry)
{
    QString text;
    appendApplication(text, entry);
    return encodeIni(text, IniEncoding::Latin1);
}

QByteArray writeWspad(const Policy& policy)
{
    QString text;
    appendHeader(text, commonSection);
    appendSetting(text, "Port"_L1, QString::number(policy.client.port));
    text.append("\r\n"_L1);
    const ServerSection servers = serversOf(policy.client);
    appendHeader(text, servers.name);
    for (const ServerSetting& setting : servers.settings)
        appendSetting(text, setting.key, setting.value);
    return encodeIni(text, IniEncoding::Latin1);
}

} // namespace sallyport
