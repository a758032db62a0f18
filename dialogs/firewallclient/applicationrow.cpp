// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/applicationrow.h"

#include "models/policy/policy.h"
#include "models/policy/programname.h"

namespace sallyport
{

namespace
{

qsizetype indexOf(const QList<ApplicationEntry>& entries, QStringView name)
{
    // Nearly always the name as it is written; else however it is spelled.
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (name.compare(entries.at(i).name, Qt::CaseInsensitive) == 0)
            return i;
    }
    const QString key = programKey(name);
    for (qsizetype i = 0; i < entries.size() && !key.isEmpty(); ++i) {
        if (programKey(entries.at(i).name) == key)
            return i;
    }
    return -1;
}

} // namespace

QString ApplicationRow::place() const
{
    return application + QLatin1Char('/') + applicationKeySpec(key).name;
}

const ApplicationEntry* findApplication(const QList<ApplicationEntry>& entries, QStringView name)
{
    const qsizetype index = indexOf(entries, name);
    return index < 0 ? nullptr : &entries.at(index);
}

void removeApplicationRow(QList<ApplicationEntry>& entries, const QString& application, ApplicationKey key)
{
    const qsizetype index = indexOf(entries, application);
    if (index < 0)
        return;
    entries[index].remove(key);
    if (entries.at(index).settings.isEmpty())
        entries.removeAt(index);
}

void putApplicationRow(QList<ApplicationEntry>& entries, const ApplicationRow* before, const ApplicationRow& after)
{
    if (before) {
        const qsizetype index = indexOf(entries, before->application);
        const bool renames = before->application.compare(after.application, Qt::CaseInsensitive) != 0;
        // The only line of an entry moves with its entry, so that a rename stays one change.
        if (index >= 0 && entries.at(index).settings.size() <= 1
            && (!renames || indexOf(entries, after.application) < 0)) {
            entries[index].name = after.application;
            entries[index].settings = {ApplicationSetting{after.key, after.value}};
            return;
        }
        if (renames || before->key != after.key)
            removeApplicationRow(entries, before->application, before->key);
    }
    const qsizetype index = indexOf(entries, after.application);
    if (index >= 0) {
        entries[index].setValue(after.key, after.value);
        return;
    }
    entries.append(ApplicationEntry{newObjectId(), after.application, {ApplicationSetting{after.key, after.value}}});
}

} // namespace sallyport
