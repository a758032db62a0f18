// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/applicationsettingsmodel.h"

#include "models/base/visibletext.h"
#include "models/items/applicationtexts.h"

#include <array>

namespace sallyport
{

void ApplicationSettingsModel::setEntries(const QList<ApplicationEntry>& entries)
{
    setEntries(entries, entries);
}

void ApplicationSettingsModel::setEntries(
    const QList<ApplicationEntry>& entries, const QList<ApplicationEntry>& inForce)
{
    QHash<QString, const ApplicationEntry*> old;
    for (const ApplicationEntry& entry : inForce)
        old.insert(entry.id, &entry);
    QList<ApplicationSettingRow> rows;
    for (const ApplicationEntry& entry : entries) {
        const ApplicationEntry* before = old.value(entry.id);
        if (entry.settings.isEmpty()) {
            rows.append(
                {entry.id, entry.name, std::nullopt, {}, true, false, before ? Pending::None : Pending::Added, {}});
        }
        for (const ApplicationSetting& setting : entry.settings) {
            const std::optional<QString> was = before ? before->value(setting.key) : std::nullopt;
            Pending pending = Pending::Added;
            if (was)
                pending = *was == setting.value && before->name == entry.name ? Pending::None : Pending::Changed;
            rows.append({entry.id, entry.name, setting.key, setting.value, entry.isWithoutEffect(setting.key),
                setting.key == entry.disablingKey() && entry.isDisabled(), pending, was.value_or(QString())});
        }
    }
    setRows(rows);
}

std::span<const ColumnSpec> ApplicationSettingsModel::specs() const
{
    static constexpr std::array<ColumnSpec, ColumnCount> all{{
        {QT_TR_NOOP("Application"), "application", FieldKind::Program},
        {QT_TR_NOOP("Key"), "key"},
        {QT_TR_NOOP("Value"), "value"},
    }};
    return all;
}

QString ApplicationSettingsModel::text(int row, int column) const
{
    const ApplicationSettingRow& setting = rows().at(row);
    switch (static_cast<Column>(column)) {
    case Application:
        return setting.application;
    case Key:
        return setting.key ? QString(applicationKeySpec(*setting.key).name) : tr("(no settings)");
    case Value:
        return setting.key ? texts::valueText(*setting.key, setting.value) : setting.value;
    case ColumnCount:
        break;
    }
    return {};
}

QString ApplicationSettingsModel::copyText(int row, int column) const
{
    return column == Value ? rows().at(row).value : text(row, column);
}

QString ApplicationSettingsModel::keyOf(const ApplicationSettingRow& row) const
{
    return row.entry + u'/' + (row.key ? QString(applicationKeySpec(*row.key).name) : QString());
}

QString ApplicationSettingsModel::toolTip(int row, int) const
{
    const ApplicationSettingRow& setting = rows().at(row);
    QStringList lines;
    if (setting.pending == Pending::Changed && setting.before != setting.value)
        lines.append(tr("Not applied yet: was %1.").arg(visibleText(setting.before)));
    else if (setting.pending != Pending::None)
        lines.append(pendingWords(setting.pending));
    if (setting.inert) {
        lines.append(setting.key ? tr("Without effect: %1 is disabled, so the client leaves it alone.")
                                       .arg(visibleText(setting.application))
                                 : tr("Without effect: the entry has no settings."));
    }
    return lines.join(u'\n');
}

Mark ApplicationSettingsModel::mark(int row, int column) const
{
    const ApplicationSettingRow& setting = rows().at(row);
    return column == Value && setting.disables ? Mark::Bad : Mark::None;
}

bool ApplicationSettingsModel::inert(int row, int) const
{
    return rows().at(row).inert;
}

} // namespace sallyport
