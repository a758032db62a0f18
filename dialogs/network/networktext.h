// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ipaddress.h"

#include <QList>
#include <QStringList>

namespace sallyport
{

// The Local Address Table as text that people type and paste, one range a line: "10.0.0.0 10.255.255.255",
// "10.0.0.0-10.255.255.255", "10.0.0.0/8" or a single address. Empty lines and those beginning with "#" or ";" are
// skipped.
struct AddressLines {
    QList<AddressRange> ranges;
    int wrongLine = 0; // 1-based, the first unreadable one; 0: none
    QString wrongText;
};
AddressLines parseAddressLines(const QString& text);
QString addressLinesText(const QList<AddressRange>& ranges);
// Sorted, with overlapping and touching ranges joined.
QList<AddressRange> tidied(QList<AddressRange> ranges);
// The first range that overlaps an earlier one in the list; -1 when none does.
qsizetype firstOverlap(const QList<AddressRange>& ranges);

// The Local Domain Table, one domain a line or separated by commas: "example.com" or "*.example.com".
struct DomainLines {
    QStringList domains;
    QString wrong; // the first piece that is no domain
    QString doubled; // the first that stands twice
};
DomainLines parseDomainLines(const QString& text);

} // namespace sallyport
