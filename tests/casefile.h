// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/service/casetable.h"

#include <QList>

namespace sallyport::testing
{

// The lines of a table of cases (casetable.h) below tests/data; `cells` of each, its name first. Empty when it cannot
// be read, or when a line has another number of cells.
inline QList<QList<QByteArray>> readCases(const char* file, qsizetype cells)
{
    QFile table(QStringLiteral(SALLYPORT_TEST_DATA "/") + QString::fromLatin1(file));
    QList<QList<QByteArray>> cases;
    if (!table.open(QIODevice::ReadOnly))
        return cases;
    for (const QByteArray& line : table.readAll().split('\n')) {
        if (line.isEmpty() || line.startsWith("# "))
            continue;
        QList<QByteArray> one;
        for (const QByteArray& cell : line.split('\t'))
            one.append(QByteArray::fromStdString(caseBytes(cell.toStdString())));
        if (one.size() != cells) {
            qWarning("%s: %lld cells in \"%s\"", file, static_cast<long long>(one.size()), line.constData());
            return {};
        }
        cases.append(one);
    }
    return cases;
}

} // namespace sallyport::testing
