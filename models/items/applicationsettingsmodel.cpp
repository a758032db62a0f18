// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/applicationsettingsmodel.h"

#include "models/base/visibletext.h"

namespace sallyport
{

void ApplicationSettingsModel::setEntries(const QList<ApplicationEntry>& entries)
{
    QList<ApplicationSettingRow> rows;
    for (const ApplicationEntry& entry : entries) {
        if (entry.settings.isEmpty())
            rows.append({entry.id, entry.name, std::nullopt, QString(), true, false});
        for (const ApplicationSetting& setting : entry.settings) {
            rows.append({entry.id, entry.name, setting.key, setting.value, entry.isWithoutEffect(setting.key),
                setting.key == entry.disablingKey() && entry.isDisabled()});
        }
    }
    setRows(rows);
}

QString ApplicationSettingsModel::header(int column) const
{
    switch (static_cast<Column>(column)) {
    case Application:
        return tr("Application");
    case Key:
        return tr("Key");
    case Value:
        return tr("Value");
    case ColumnCount:
        break;
    }
    return {};
}

FilterColumn ApplicationSettingsModel::filterColumn(int column) const
{
    using Kind = Filter::Field::Kind;
    switch (static_cast<Column>(column)) {
    case Application:
        return {QStringLiteral("application"), Kind::Program};
    case Key:
        return {QStringLiteral("key")};
    case Value:
        return {QStringLiteral("value")};
    case ColumnCount:
        break;
    }
    return {};
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
        return setting.value;
    case ColumnCount:
        break;
    }
    return {};
}

QString ApplicationSettingsModel::keyOf(const ApplicationSettingRow& row) const
{
    return row.entry + u'/' + (row.key ? QString(applicationKeySpec(*row.key).name) : QString());
}

QString ApplicationSettingsModel::toolTip(int row, int) const
{
    const ApplicationSettingRow& setting = rows().at(row);
    if (!setting.inert)
        return {};
    return setting.key
        ? tr("Without effect: %1 is disabled, so the client leaves it alone.").arg(visibleText(setting.application))
        : tr("Without effect: the entry has no settings.");
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
