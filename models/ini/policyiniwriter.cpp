// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/initext.h"
#include "models/ini/policyini.h"
#include "models/ini/policysections.h"

#include <QStringList>

namespace sallyport
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Writer {
    QString out
        = u"; A Sallyport policy. One section an object; “sallyportctl policy import --format ini” reads it.\n"_s;

    template <typename Key> void line(const Key& key, const QString& value)
    {
        out.append(key);
        out.append(u'=');
        out.append(value);
        out.append(u'\n');
    }
    void header(const QString& name)
    {
        out.append("\n["_L1);
        out.append(name);
        out.append("]\n"_L1);
    }

    void section(QLatin1StringView name) { header(name); }
    void format(QLatin1StringView key, int value) { line(key, QString::number(value)); }
    void text(QLatin1StringView key, const QString& value) { line(key, quoteIniText(value, IniPlace::Value)); }
    void number(QLatin1StringView key, int value) { line(key, QString::number(value)); }
    void flag(QLatin1StringView key, bool value) { line(key, value ? u"1"_s : u"0"_s); }
    void address(QLatin1StringView key, const IpAddress& value) { line(key, value.toString()); }
    void addresses(QLatin1StringView key, const QList<IpAddress>& value)
    {
        QStringList words;
        for (const IpAddress& address : value)
            words.append(address.toString());
        line(key, words.join(u", "_s));
    }
    template <typename Enum, typename Words> void choice(QLatin1StringView key, Enum value, const Words& words)
    {
        line(key, words[static_cast<std::size_t>(value)]);
    }
    void applications(const QList<ApplicationEntry>& entries)
    {
        for (const ApplicationEntry& entry : entries) {
            header(applicationPrefix + quoteIniText(entry.name, IniPlace::SectionName));
            line(applicationIdKey, quoteIniText(entry.id, IniPlace::Value));
            for (const ApplicationSetting& setting : entry.settings)
                line(applicationKeySpec(setting.key).name, quoteIniText(setting.value, IniPlace::Value));
        }
    }
    void ranges(const QList<AddressRange>& ranges)
    {
        for (const AddressRange& range : ranges)
            out.append(range.first.toString() + u' ' + range.last.toString() + u'\n');
    }
    void items(const QStringList& items)
    {
        for (const QString& item : items)
            out.append(quoteIniText(item, IniPlace::Item) + u'\n');
    }
};

} // namespace

QByteArray writePolicyIni(const Policy& policy)
{
    Writer writer;
    visitPolicy(writer, policy);
    return writer.out.toUtf8();
}

} // namespace sallyport
