// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ini/clientini.h"

#include <QList>
#include <QStringList>

namespace sallyport
{

// The Local Address Table as text that people type and paste, one range a line: "10.0.0.0 10.255.255.255",
// "10.0.0.0-10.255.255.255", "10.0.0.0/8" or a single address: what readLat() reads, which is asked to.
Lat parseAddressLines(const QString& text);
QString addressLinesText(const QList<AddressRange>& ranges);
// Sorted, with overlapping and touching ranges joined.
QList<AddressRange> tidied(QList<AddressRange> ranges);
// The first range that overlaps an earlier one in the list; -1 when none does.
qsizetype firstOverlap(const QList<AddressRange>& ranges);

// The Local Domain Table, one domain a line or separated by commas: with or without "." or "*." in front.
struct DomainProblem {
    enum class Kind {
        Wrong, // no domain
        Doubled, // stands there before
        Covered, // another spelling of one before it; harmless
    };
    Kind kind = Kind::Wrong;
    int line = 0; // from 1
    QString text;
};
struct DomainLines {
    QStringList domains; // as written
    QList<DomainProblem> problems; // in the order of the text

    bool has(DomainProblem::Kind kind) const;
};
DomainLines parseDomainLines(const QString& text);

} // namespace sallyport
