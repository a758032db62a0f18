// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/clientconfiguration.h"

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

ApplicationKey ApplicationEntry::disablingKey() const
{
    return value(ApplicationKey::DisableEx) ? ApplicationKey::DisableEx : ApplicationKey::Disable;
}

bool ApplicationEntry::isDisabled() const
{
    return value(disablingKey()) == QLatin1StringView("1");
}

bool ApplicationEntry::isWithoutEffect(ApplicationKey key) const
{
    return key != ApplicationKey::Disable && key != ApplicationKey::DisableEx && isDisabled();
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
    return QStringLiteral("http://%1:%2/array.dll?Get.Routing.Script").arg(host, QString::number(webProxyPort));
}

} // namespace sallyport
