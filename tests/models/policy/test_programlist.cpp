// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/programlist.h"
#include "tests/app/service/casetable.h"

using namespace sallyport;

class TestProgramList : public QObject
{
    Q_OBJECT

private:
    static QStringList known(const QString& words)
    {
        const QString folded = words.toCaseFolded();
        static const QStringList names{
            QStringLiteral("icq"), QStringLiteral("aim"), QStringLiteral("ypager"), QStringLiteral("yupdater")};
        if (folded == u"aol instant messenger")
            return {QStringLiteral("aim")};
        if (folded == u"yahoo! messenger")
            return {QStringLiteral("ypager"), QStringLiteral("yupdater")};
        return names.contains(folded) ? QStringList(folded) : QStringList();
    }

    static QString written(const ProgramList& list)
    {
        QStringList names;
        for (const ListedProgram& one : list.programs) {
            switch (one.certainty()) {
            case ListedProgram::Certainty::Sure:
                names.append(one.name);
                break;
            case ListedProgram::Certainty::Doubtful:
                names.append(u'?' + one.name);
                break;
            case ListedProgram::Certainty::None:
                names.append(QStringLiteral("!"));
                break;
            }
        }
        return names.join(u',');
    }

private slots:
    void listsAreRead_data() { testing::addCases("cases", 240, "paste"); }

    void listsAreRead()
    {
        QFETCH(std::vector<std::string>, cells);
        const QString text = QString::fromStdString(cells.at(0));
        const ProgramList list = readProgramList(text, known);
        QCOMPARE(written(list), QString::fromStdString(cells.at(1)));
        // Each says where it stands.
        for (const ListedProgram& one : list.programs) {
            QCOMPARE(text.sliced(one.start, one.typed.size()), one.typed);
            const QString before = text.first(one.start);
            QCOMPARE(one.line, static_cast<int>(before.count(u'\n') + before.count(u'\r') - before.count(u"\r\n")));
        }
    }

    void leftOutIsCounted()
    {
        QCOMPARE(readProgramList(QStringLiteral("Programs to block:\nicq.exe\n# old\nkazaa.exe\n"), known).leftOut, 2);
    }

    void longTextsAreRead_data()
    {
        QTest::addColumn<QString>("piece");
        for (const char* piece : {"C:\\a b\\", "\"", "a: b\n", "- ", "x, ", "a.exe ", "(", "= ", "a", "a b ", "1 ",
                 "\\", "%a%\\", "a=", ".exe", " ", "\t", "http://", "'a", "# ", "/a", "a.exe-", "<b>", "[b ", "\"a\"=",
                 "Name  a\n", "Name  Path\n", "  a\n", "Name: a\nPath: b\n", "1,234", "a and b, ", "1/1/1 1:11 1 "})
            QTest::newRow(piece) << QString::fromLatin1(piece);
    }

    // A pasted mail of a megabyte must not hold the sheet up; squares would take minutes.
    void longTextsAreRead()
    {
        QFETCH(QString, piece);
        const QString text = piece.repeated(100000 / piece.size());
        const ProgramList list = readProgramList(text, known);
        QVERIFY(list.programs.size() <= text.size());
    }
};

QTEST_GUILESS_MAIN(TestProgramList)
#include "test_programlist.moc"
