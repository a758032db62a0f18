// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/bytesize.h"

#include <QLocale>

#include <iterator>

namespace sallyport
{

QString byteSize(std::uint64_t bytes, const QLocale& locale)
{
    static constexpr const char* units[] = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    QLocale plain = locale;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    if (bytes < 1024)
        return plain.toString(static_cast<qulonglong>(bytes)) + QStringLiteral(" B");
    double value = static_cast<double>(bytes);
    std::size_t unit = 0;
    // Rounded, 1023.96 KiB would be 1024.0 of them.
    while (value >= 1023.95 && unit + 1 < std::size(units)) {
        value /= 1024;
        ++unit;
    }
    return plain.toString(value, 'f', 1) + u' ' + QLatin1StringView(units[unit]);
}

} // namespace sallyport
