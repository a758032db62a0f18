// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/filter.h"
#include "models/policy/sessionfilter.h"
#include "tests/casefile.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace sallyport;
using Kind = Filter::Field::Kind;

namespace
{

const QList<Filter::Field> fields{
    {QStringLiteral("name"), Kind::Text, {QStringLiteral("benutzername"), QStringLiteral("user")}},
    {QStringLiteral("program"), Kind::Program, {QStringLiteral("application")}}, {QStringLiteral("port"), Kind::Port},
    {QStringLiteral("count"), Kind::Count}, {QStringLiteral("size"), Kind::Bytes, {}, false},
    {QStringLiteral("rate"), Kind::Rate, {}, false},
    {QStringLiteral("when"), Kind::Time, {QStringLiteral("age")}, false}};

// Noon of 2026-11-27.
constexpr TimePoint now{std::chrono::seconds(1'795'780'800)};

struct Row {
    QByteArray id;
    QList<Filter::Cell> cells;
};

QList<Row> rows()
{
    QList<Row> rows;
    for (const QList<QByteArray>& cells : testing::readCases("filter/rows", 8)) {
        const auto text = [&cells](qsizetype i) { return QString::fromUtf8(cells.at(i)); };
        Row row{cells.at(0), {{{text(1)}}, {{text(2)}}, {{text(3)}}}};
        for (qsizetype i = 4; i < 7; ++i)
            row.cells.append({{}, text(i).toDouble()});
        row.cells.append(
            text(7).isEmpty() ? Filter::Cell{} : Filter::Cell{{}, 0, now - std::chrono::seconds(text(7).toInt())});
        rows.append(row);
    }
    return rows;
}

QByteArray fitting(const Filter& filter)
{
    QByteArrayList ids;
    for (const Row& row : rows()) {
        if (filter.fits(
                fields, [&row](qsizetype i) { return row.cells.at(i); }, now))
            ids.append(row.id);
    }
    return ids.isEmpty() ? "-" : ids.join(' ');
}

QByteArray wordOf(ErrorCode code)
{
    return code == ErrorCode::UnknownWord ? "unknown"
        : code == ErrorCode::Missing      ? "missing"
        : code == ErrorCode::InvalidValue ? "wrong"
                                          : "?";
}

bool fitsText(const Filter& filter, const QString& name, const QString& program)
{
    const QList<Filter::Cell> cells{{{name}}, {{program}}, {{QStringLiteral("1")}}, {{}, 1}, {{}, 1}, {{}, 1}, {}};
    return filter.fits(
        fields, [&cells](qsizetype i) { return cells.at(i); }, now);
}

// Texts of what the language itself is made of.
QString nasty(QRandomGenerator& random)
{
    static const QStringList pieces{QStringLiteral("\""), QStringLiteral("|"), QStringLiteral("*"), QStringLiteral(":"),
        QStringLiteral("-"), QStringLiteral("="), QStringLiteral("<"), QStringLiteral(">"), QStringLiteral(" "),
        QStringLiteral("\t"), QStringLiteral("\\"), QStringLiteral("%1"), QStringLiteral("a"), QStringLiteral("B"),
        QStringLiteral("::1"), QStringLiteral("::0001"), QStringLiteral(".exe"), QStringLiteral("name"),
        QStringLiteral("\u202e"), QStringLiteral("ß"), QStringLiteral("<U+202E>"), QStringLiteral("\n"),
        QStringLiteral("5m"), QStringLiteral("10.0.0.7")};
    QString text;
    for (int left = random.bounded(7); left > 0; --left)
        text += pieces.at(random.bounded(pieces.size()));
    return text;
}

} // namespace

class FilterTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void cases_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<QString>("canonical");
        const auto cases = testing::readCases("filter/cases", 4);
        QVERIFY2(cases.size() >= 120, "the table is shorter than it was");
        for (const QList<QByteArray>& cells : cases)
            QTest::newRow(cells.at(0).constData())
                << QString::fromUtf8(cells.at(1)) << cells.at(2) << QString::fromUtf8(cells.at(3));
    }

    void cases()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, expected);
        QFETCH(QString, canonical);
        const auto filter = Filter::parse(text, fields, Filter::Naming::Beginning);
        QCOMPARE(filter ? fitting(*filter) : wordOf(filter.error().code), expected);
        if (!filter) {
            QVERIFY(!filter.error().detail.isEmpty());
            return;
        }
        // What is written out is what another end reads, by first names alone.
        QCOMPARE(filter->text, canonical);
        const auto again = Filter::parse(filter->text, fields);
        QVERIFY2(again.ok(), qPrintable(filter->text));
        QCOMPARE(again->terms, filter->terms);
    }

    // Each row is held against each value: how many there are is bounded, however they are written.
    void hasASize()
    {
        const auto words = [](qsizetype count, const QString& word, QChar between) {
            return QStringList(count, word).join(between);
        };
        const QString values = words(Filter::mostValues, QStringLiteral("a"), u'|');
        for (const QString& text : {QString(Filter::mostCharacters, u'a'), values,
                 words(Filter::mostValues, QStringLiteral("-name:ab"), u' ')})
            QVERIFY2(Filter::parse(text, fields).ok(), qPrintable(text));
        for (const QString& text : {QString(Filter::mostCharacters + 1, u'a'), QString(values + QStringLiteral("|a")),
                 QString(values + QStringLiteral(" a")),
                 words(Filter::mostValues + 1, QStringLiteral("-name:ab"), u' ')}) {
            const auto filter = Filter::parse(text, fields);
            QVERIFY2(!filter, qPrintable(text));
            QCOMPARE(filter.error().code, ErrorCode::LimitExceeded);
            QVERIFY(filter.error().detail.contains(QStringLiteral("2000")));
            QVERIFY(filter.error().detail.contains(QStringLiteral("100")));
        }
    }

    // "Only this" and "Not this" are right for whatever a cell holds.
    void wordsHoldAnything()
    {
        QRandomGenerator random(20261127);
        for (int i = 0; i < 20000; ++i) {
            const QString value = i == 0 ? QString() : nasty(random);
            const QString other = nasty(random);
            for (const QString& field : {QStringLiteral("name"), QStringLiteral("program")}) {
                const auto only = Filter::parse(Filter::word(field, value), fields);
                const auto without = Filter::parse(Filter::word(field, value, true), fields);
                QVERIFY2(only.ok() && without.ok(), qPrintable(value));
                QCOMPARE(only->terms.size(), 1);
                QVERIFY2(fitsText(*only, value, value), qPrintable(value));
                QVERIFY2(!fitsText(*without, value, value), qPrintable(value));
                if (Filter::folded(other) != Filter::folded(value) && field == u"name") {
                    const QString address = only->terms.first().values.first().address;
                    const bool sameAddress = !address.isEmpty() && address == Filter::folded(other);
                    QCOMPARE(fitsText(*only, other, value), sameAddress);
                    QCOMPARE(fitsText(*without, other, value), !sameAddress);
                }
            }
        }
    }

    // While a word is typed to its end it is at worst half-typed, never of a field that is not.
    void everyBeginningIsHalfTypedAtWorst()
    {
        for (const char* text : {"name:anna", "-name:\"a b\"", "size>=1.5MiB", "age<5min", "when:2026-11-27", "a|b",
                 "-anna", "port:80|443", "rate>1MB/s"}) {
            const QString whole = QString::fromLatin1(text);
            for (qsizetype length = 0; length <= whole.size(); ++length) {
                const auto filter = Filter::parse(whole.left(length), fields, Filter::Naming::Beginning);
                QVERIFY2(filter || filter.error().code == ErrorCode::Missing, qPrintable(whole.left(length)));
            }
        }
    }
};

QTEST_APPLESS_MAIN(FilterTest)
#include "test_filter.moc"
