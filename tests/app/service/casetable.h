// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTest>

#include <string>
#include <vector>

// Tables of cases, one a line, cells divided by tabs. In a cell \r \n \t \\ \xHH are bytes, \R300(text) is the text 300
// times. Lines that begin with "# " are for the reader.
namespace sallyport::testing
{

inline std::string caseBytes(const std::string& cell)
{
    std::string bytes;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (cell[i] != '\\') {
            bytes += cell[i];
            continue;
        }
        const char kind = cell.at(++i);
        if (kind == 'x') {
            bytes += static_cast<char>(std::stoi(cell.substr(i + 1, 2), nullptr, 16));
            i += 2;
        } else if (kind == 'R') {
            const std::size_t open = cell.find('(', i);
            const std::size_t close = cell.find(')', open);
            const std::string once = caseBytes(cell.substr(open + 1, close - open - 1));
            for (int n = std::stoi(cell.substr(i + 1)); n > 0; --n)
                bytes += once;
            i = close;
        } else {
            bytes += kind == 'r' ? '\r' : kind == 'n' ? '\n' : kind == 't' ? '\t' : kind;
        }
    }
    return bytes;
}

// Fills the test's data from a file of tests/data: the first cell is the row's name, the others come in `cells`. Fails
// when there are few.
inline void addCases(const char* file, int least, const char* folder = "http/field")
{
    QTest::addColumn<std::vector<std::string>>("cells");
    QFile table(QStringLiteral(SALLYPORT_TEST_DATA "/%1/%2").arg(QLatin1StringView(folder), QLatin1StringView(file)));
    QVERIFY2(table.open(QIODevice::ReadOnly), file);
    int cases = 0;
    for (const QByteArray& line : table.readAll().split('\n')) {
        if (line.isEmpty() || line.startsWith("# "))
            continue;
        const QList<QByteArray> parts = line.split('\t');
        std::vector<std::string> cells;
        for (qsizetype i = 1; i < parts.size(); ++i)
            cells.push_back(caseBytes(parts[i].toStdString()));
        QTest::newRow(parts[0].constData()) << cells;
        ++cases;
    }
    QVERIFY2(cases >= least, "the table is shorter than it was");
}

} // namespace sallyport::testing

Q_DECLARE_METATYPE(std::vector<std::string>)
