// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/visibletext.h"
#include "models/policy/policypath.h"
#include "models/policy/ports.h"
#include "models/policy/programname.h"
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

constexpr qsizetype longestName = 255;

// Reports why the name can't be a section of mspclnt.ini; false when it can't.
bool validateSectionName(const QString& name, const QString& path, Validator& out)
{
    const auto fault = [&](Fault what, const QString& more = {}) {
        out.error(what, path, more.isEmpty() ? QStringList{name} : QStringList{name, more}, name);
        return false;
    };
    if (name.isEmpty()) {
        out.error(Fault::NameEmpty, path);
        return false;
    }
    if (name.size() > longestName)
        return fault(Fault::NameTooLong, QString::number(longestName));
    if (name.trimmed() != name)
        return fault(Fault::NameSpace);
    for (const QChar c : name) {
        if (c.category() == QChar::Other_Control)
            return fault(Fault::NameControl);
        if (c == QLatin1Char('[') || c == QLatin1Char(']'))
            return fault(Fault::NameBracket);
        if (c == QLatin1Char('/') || c == QLatin1Char('\\'))
            return fault(Fault::NameFolder);
    }
    if (!name.isValidUtf16())
        return fault(Fault::NameControl);
    return !isReservedSection(name) || fault(Fault::NameReserved);
}

// A name that programKey() takes for another: a shell's quotes, a drive, a stream, characters that nobody sees.
bool isSpeltOddly(const QString& name)
{
    return !name.startsWith(programName(name)) || name.contains(u':') || name.contains(u'"') || name.endsWith(u'\'')
        || withoutInvisible(name) != name;
}

void validateName(const ApplicationEntry& entry, const QString& path, Validator& out)
{
    const QString namePath = path + QLatin1StringView(".name");
    if (!validateSectionName(entry.name, namePath, out))
        return;
    const QString program = programName(entry.name);
    if (isSpeltOddly(entry.name))
        out.warning(Fault::NameSpelling, namePath, {visibleText(entry.name), program}, entry.name);
    else if (program.size() != entry.name.size())
        out.warning(Fault::NameExtension, namePath, {entry.name, program.toCaseFolded()}, entry.name);
    if (entry.name != anyProgramName && (entry.name.contains(u'*') || entry.name.contains(u'?')))
        out.warning(Fault::NameWildcard, namePath, {visibleText(entry.name)}, entry.name);
    const auto outside = std::find_if(entry.name.begin(), entry.name.end(), [](QChar c) { return c.unicode() > 0xff; });
    if (outside != entry.name.end())
        out.warning(Fault::NameNotLatin1, namePath, {visibleText(entry.name)}, entry.name);
}

void validateSettings(const ApplicationEntry& entry, const QString& path, Validator& out)
{
    QSet<int> seen;
    for (const ApplicationSetting& setting : entry.settings) {
        const QString keyPath = QString(path + QLatin1Char('.') + keyName(setting.key));
        if (seen.contains(static_cast<int>(setting.key))) {
            out.error(Fault::KeyTwice, keyPath, {}, setting.value);
            continue;
        }
        seen.insert(static_cast<int>(setting.key));
        const Result<QString> canonical = canonicalApplicationValue(setting.key, setting.value);
        if (!canonical) {
            out.error(canonical.error().fault, keyPath, canonical.error().arguments, setting.value);
        } else if (*canonical != setting.value) {
            out.error(Fault::NotCanonical, keyPath, {setting.value, *canonical}, setting.value);
        }
        const bool everyProgram = setting.key == ApplicationKey::DontRemoteOutboundTcpPorts
            || setting.key == ApplicationKey::DontRemoteOutboundUdpPorts;
        if (entry.name == anyProgramName && !everyProgram)
            out.error(Fault::KeyOfAnyProgram, keyPath, {}, setting.value);
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
        out.error(Fault::PortInBothLists, QString(path + QLatin1Char('.') + keyName(remote)),
            {QString::number(*port), keyName(local)}, entry.value(remote).value_or(QString()));
    }
}

void warnOfNoEffect(const ApplicationEntry& entry, const QString& path, bool hasCommonConfiguration, Validator& out)
{
    const bool special
        = entry.name.compare(commonConfigurationName, Qt::CaseInsensitive) == 0 || entry.name == anyProgramName;
    if (entry.settings.isEmpty() && (special || !hasCommonConfiguration)) {
        out.warning(Fault::EntryWithoutKeys, path);
        return;
    }
    if (!entry.isDisabled())
        return;
    const qsizetype switches
        = (entry.value(ApplicationKey::Disable) ? 1 : 0) + (entry.value(ApplicationKey::DisableEx) ? 1 : 0);
    if (entry.settings.size() > switches)
        out.warning(Fault::KeysWithoutEffect, path, {keyName(entry.disablingKey())});
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
        const QString path = entryPath(entry.name.isEmpty() ? QString::number(i) : entry.name);
        if (entry.id.isEmpty())
            out.error(Fault::IdEmpty, QString(path + QLatin1StringView(".id")));
        else if (ids.contains(entry.id))
            out.error(Fault::IdTwice, QString(path + QLatin1StringView(".id")), {entry.id}, entry.id);
        ids.insert(entry.id);
        validateName(entry, path, out);
        const QString key = programKey(entry.name);
        if (!key.isEmpty() && names.contains(key)) {
            const QString namePath(path + QLatin1StringView(".name"));
            const QString& other = names[key];
            if (isSpeltOddly(entry.name) || isSpeltOddly(other))
                out.warning(Fault::NameSpeltTwice, namePath, {visibleText(entry.name), visibleText(other)}, entry.name);
            else
                out.error(Fault::NameTwice, namePath, {entry.name, other}, entry.name);
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
