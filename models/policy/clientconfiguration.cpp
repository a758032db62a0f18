// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/clientconfiguration.h"

#include <algorithm>
#include <array>

namespace sallyport
{

std::optional<QString> ApplicationEntry::value(ApplicationKey key) const
{
    for (const ApplicationSetting& setting : settings) {
        if (setting.key == key)
            return setting.value;
    }
    return std::nullopt;
}

void ApplicationEntry::setValue(ApplicationKey key, const QString& value)
{
    for (ApplicationSetting& setting : settings) {
        if (setting.key == key) {
            setting.value = value;
            return;
        }
    }
    settings.append({key, value});
}

bool ApplicationEntry::remove(ApplicationKey key)
{
    return settings.removeIf([key](const ApplicationSetting& setting) { return setting.key == key; }) > 0;
}

QString programKey(QStringView program)
{
    // Only the endings of executables go: "python3.11" is a whole name.
    static constexpr std::array endings{QLatin1StringView(".exe"), QLatin1StringView(".com"), QLatin1StringView(".bat"),
        QLatin1StringView(".cmd"), QLatin1StringView(".scr"), QLatin1StringView(".pif")};

    const qsizetype slash = std::max(program.lastIndexOf(QLatin1Char('/')), program.lastIndexOf(QLatin1Char('\\')));
    QStringView name = program.mid(slash + 1).trimmed();
    // Windows takes "msmsgs.exe. " for "msmsgs.exe".
    const auto dropTail = [&name] {
        while (!name.isEmpty() && (name.back() == QLatin1Char('.') || name.back().isSpace()))
            name.chop(1);
    };
    dropTail();
    for (const QLatin1StringView ending : endings) {
        if (name.size() > ending.size() && name.endsWith(ending, Qt::CaseInsensitive)) {
            name.chop(ending.size());
            dropTail();
            break;
        }
    }
    return name.toString().toCaseFolded();
}

const ApplicationEntry* ClientConfiguration::application(QStringView name) const
{
    for (const ApplicationEntry& entry : applications) {
        if (name.compare(entry.name, Qt::CaseInsensitive) == 0)
            return &entry;
    }
    return nullptr;
}

ApplicationEntry* ClientConfiguration::application(QStringView name)
{
    const ApplicationEntry* found = std::as_const(*this).application(name);
    return found ? &applications[found - applications.constData()] : nullptr;
}

QString ClientConfiguration::effectiveConfigurationUrl() const
{
    if (!configurationUrl.isEmpty() || webProxyName.isEmpty())
        return configurationUrl;
    // A bare IPv6 address needs its brackets in a URL.
    const QString host = webProxyName.contains(QLatin1Char(':'))
        ? QString(QLatin1Char('[') + webProxyName + QLatin1Char(']'))
        : webProxyName;
    return QStringLiteral("http://%1:%2/array.dll?Get.Routing.Script").arg(host).arg(webProxyPort);
}

} // namespace sallyport
