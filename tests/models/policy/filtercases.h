// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/sessionfilter.h"
#include "tests/casefile.h"

namespace sallyport::testing
{

// tests/data/sessionfilter: connections, and what a filter fits of them.
struct FilterCases {
    struct Row {
        Session session;
        Connection connection;
        bool operator==(const Row&) const = default;
        QByteArray name() const { return QByteArray::number(qulonglong(connection.id)); }
    };
    static QList<Row> rows()
    {
        QList<Row> rows;
        for (const QList<QByteArray>& cells : readCases("sessionfilter/connections", 9)) {
            const auto text = [&cells](qsizetype i) { return QString::fromUtf8(cells.at(i)); };
            Row row;
            row.session.id = row.connection.id = row.connection.session = cells.at(0).toULongLong();
            row.session.type = sessionTypeFromWord(text(1)).value_or(SessionType::FirewallClient);
            row.session.user = text(2);
            row.session.computer = text(3);
            row.session.client = IpAddress::parse(QStringView(text(4))).value_or(IpAddress());
            row.session.application = text(5);
            row.connection.host = text(6);
            row.connection.address = IpAddress::parse(QStringView(text(7))).value_or(IpAddress());
            row.connection.port = cells.at(8).toUShort();
            rows.append(row);
        }
        return rows;
    }

    // Fills a test's data with the cases of "sessions" or "tables", those of "both" among them.
    static void add(const QByteArray& where, int least)
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("expected");
        int cases = 0;
        for (const QList<QByteArray>& cells : readCases("sessionfilter/cases", 4)) {
            if (cells.at(1) != "both" && cells.at(1) != where)
                continue;
            QTest::newRow(cells.at(0).constData()) << QString::fromUtf8(cells.at(2)) << cells.at(3);
            ++cases;
        }
        QVERIFY2(cases >= least, "the table is shorter than it was");
        QVERIFY(rows().size() >= 8);
    }

    // As the table writes it: "-" when nothing fits, "unknown", "missing" or "wrong" of an error.
    static QByteArray outcome(const QByteArrayList& fitting) { return fitting.isEmpty() ? "-" : fitting.join(' '); }
    static QByteArray outcome(const Error& error)
    {
        return error.code == ErrorCode::UnknownWord ? "unknown"
            : error.code == ErrorCode::Missing      ? "missing"
            : error.code == ErrorCode::InvalidValue ? "wrong"
                                                    : "?";
    }
};

} // namespace sallyport::testing
