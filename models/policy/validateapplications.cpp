// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/ports.h"
#include "models/policy/validator.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

namespace sallyport
{

namespace
{

QString keyName(ApplicationKey key)
{
    return applicationKeySpec(key).name;
}

bool isReservedSection(const QString& name)
{
    static constexpr std::array sections{QLatin1StringView("Common"), QLatin1StringView("Servers Ip Addresses"),
        QLatin1StringView("Master Config"), QLatin1StringView("My Config"), QLatin1StringView("Internal")};
    return std::any_of(sections.begin(), sections.end(),
        [&name](QLatin1StringView section) { return name.compare(section, Qt::CaseInsensitive) == 0; });
}

// Why the name can't be a section of mspclnt.ini; empty when it can.
QString nameFault(const QString& name)
{
    if (name.isEmpty())
        return QStringLiteral("is empty; write the program's file name without its extension");
    if (name.size() > 255)
        return QStringLiteral("is longer than 255 characters; shorten it");
    if (name.trimmed() != name)
        return QStringLiteral("begins or ends with a space; remove it");
    for (const QChar c : name) {
        if (c.category() == QChar::Other_Control)
            return QStringLiteral("holds a control character; remove it");
        if (c.unicode() > 0xff)
            return QStringLiteral("holds \"%1\", which the file's character set (ISO 8859-1) lacks; remove it").arg(c);
        if (c == QLatin1Char('[') || c == QLatin1Char(']'))
            return QStringLiteral("holds a bracket, which ends a section's name; remove it");
        if (c == QLatin1Char('/') || c == QLatin1Char('\\'))
            return QStringLiteral("holds a folder; write the program's file name alone");
    }
    if (isReservedSection(name))
        return QStringLiteral("is a section of the file's own; no program can be configured by it");
    return {};
}

void validateName(const ApplicationEntry& entry, const QString& path, Validator& out)
{
    const QString fault = nameFault(entry.name);
    if (!fault.isEmpty()) {
        out.error(ErrorCode::InvalidValue, QString(path + QLatin1StringView(".name")),
            entry.name.isEmpty() ? fault : QString(QLatin1Char('"') + entry.name + QLatin1StringView("\" ") + fault),
            entry.name);
        return;
    }
    const QString key = programKey(entry.name);
    if (key != entry.name.toCaseFolded()) {
        out.warning(ErrorCode::InvalidValue, QString(path + QLatin1StringView(".name")),
            QStringLiteral(
                "\"%1\" can't take effect on clients, which look for the name without its extension; write \"%2\"")
                .arg(entry.name, key),
            entry.name);
    }
}

void validateSettings(const ApplicationEntry& entry, const QString& path, Validator& out)
{
    QSet<int> seen;
    for (const ApplicationSetting& setting : entry.settings) {
        const QString keyPath = QString(path + QLatin1Char('.') + keyName(setting.key));
        if (seen.contains(static_cast<int>(setting.key))) {
            out.error(ErrorCode::Duplicate, keyPath, QStringLiteral("stands twice; keep one of them"), setting.value);
            continue;
        }
        seen.insert(static_cast<int>(setting.key));
        const Result<QString> canonical = canonicalApplicationValue(setting.key, setting.value);
        if (!canonical) {
            out.error(canonical.error().code, keyPath, canonical.error().detail, setting.value);
        } else if (*canonical != setting.value) {
            out.error(ErrorCode::InvalidValue, keyPath,
                QStringLiteral("\"%1\" is not in its canonical form; write \"%2\"").arg(setting.value, *canonical),
                setting.value);
        }
        const bool everyProgram = setting.key == ApplicationKey::DontRemoteOutboundTcpPorts
            || setting.key == ApplicationKey::DontRemoteOutboundUdpPorts;
        if (entry.name == anyProgramName && !everyProgram) {
            out.error(ErrorCode::InvalidValue, keyPath,
                QStringLiteral("has no effect under [*]; move it to [Common Configuration]"), setting.value);
        }
    }
}

void validatePortLists(
    const ApplicationEntry& entry, const QString& path, ApplicationKey local, ApplicationKey remote, Validator& out)
{
    const Result<QList<PortRange>> localPorts = parsePortList(entry.value(local).value_or(QString()));
    const Result<QList<PortRange>> remotePorts = parsePortList(entry.value(remote).value_or(QString()));
    if (!localPorts || !remotePorts)
        return;
    if (const std::optional<int> port = commonPort(*localPorts, *remotePorts)) {
        out.error(ErrorCode::Conflict, QString(path + QLatin1Char('.') + keyName(remote)),
            QStringLiteral("port %1 is in %2 too; keep it in one of the two")
                .arg(QString::number(*port), keyName(local)),
            entry.value(remote).value_or(QString()));
    }
}

void warnOfNoEffect(const ApplicationEntry& entry, const QString& path, bool hasCommonConfiguration, Validator& out)
{
    const bool special
        = entry.name.compare(commonConfigurationName, Qt::CaseInsensitive) == 0 || entry.name == anyProgramName;
    if (entry.settings.isEmpty() && (special || !hasCommonConfiguration)) {
        out.warning(
            ErrorCode::Missing, path, QStringLiteral("has no keys and so no effect; add one or remove the entry"));
        return;
    }
    const auto disables = entry.value(ApplicationKey::DisableEx) ? ApplicationKey::DisableEx : ApplicationKey::Disable;
    if (entry.value(disables) != QLatin1StringView("1"))
        return;
    const qsizetype switches
        = (entry.value(ApplicationKey::Disable) ? 1 : 0) + (entry.value(ApplicationKey::DisableEx) ? 1 : 0);
    if (entry.settings.size() > switches) {
        out.warning(ErrorCode::Conflict, path,
            QStringLiteral("%1=1 takes the program off the Firewall Client, so its other keys are without effect")
                .arg(keyName(disables)));
    }
}

} // namespace

void validateApplications(const QList<ApplicationEntry>& applications, Validator& out)
{
    QSet<QString> ids;
    QHash<QString, QString> names;
    const bool hasCommonConfiguration
        = std::any_of(applications.begin(), applications.end(), [](const ApplicationEntry& entry) {
              return entry.name.compare(commonConfigurationName, Qt::CaseInsensitive) == 0;
          });
    for (qsizetype i = 0; i < applications.size(); ++i) {
        const ApplicationEntry& entry = applications.at(i);
        const QString path
            = QStringLiteral("client.applications[%1]").arg(entry.name.isEmpty() ? QString::number(i) : entry.name);
        if (entry.id.isEmpty())
            out.error(ErrorCode::Missing, QString(path + QLatin1StringView(".id")),
                QStringLiteral("is empty; give the entry an id"));
        else if (ids.contains(entry.id))
            out.error(ErrorCode::Duplicate, QString(path + QLatin1StringView(".id")),
                QStringLiteral("\"%1\" is another entry's id too; give this one its own").arg(entry.id), entry.id);
        ids.insert(entry.id);
        validateName(entry, path, out);
        const QString key = programKey(entry.name);
        if (!key.isEmpty() && names.contains(key)) {
            out.error(ErrorCode::Duplicate, QString(path + QLatin1StringView(".name")),
                QStringLiteral("\"%1\" names the same program as the entry \"%2\"; keep one of them")
                    .arg(entry.name, names.value(key)),
                entry.name);
        } else {
            names.insert(key, entry.name);
        }
        validateSettings(entry, path, out);
        validatePortLists(entry, path, ApplicationKey::LocalBindTcpPorts, ApplicationKey::RemoteBindTcpPorts, out);
        validatePortLists(entry, path, ApplicationKey::LocalBindUdpPorts, ApplicationKey::RemoteBindUdpPorts, out);
        warnOfNoEffect(entry, path, hasCommonConfiguration, out);
    }
}

} // namespace sallyport
