// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/counted.h"
#include "models/base/visibletext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sallyport;

class VisibleTextTest : public QObject
{
    Q_OBJECT

private slots:
    void showsWhatNobodySees_data();
    void showsWhatNobodySees();
    void keepsWhatIsSeen();
    void keepsWhatIsAskedFor();
    void bytesThatAreNoText();
    void jsonStaysTheSame();
    void excerpts();
    void counts();
};

void VisibleTextTest::showsWhatNobodySees_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* name, char32_t c, const char* shown) {
        QTest::newRow(name) << QString(u'a' + (c > 0xffff ? QString::fromUcs4(&c, 1) : QString(QChar(char16_t(c))))
            + u'b') << QString(u'a' + QLatin1StringView(shown) + u'b');
    };
    row("escape", 0x1b, "<U+001B>");
    row("delete", 0x7f, "<U+007F>");
    row("C1", 0x9b, "<U+009B>");
    row("no-break space", 0xa0, "<U+00A0>");
    row("soft hyphen", 0xad, "<U+00AD>");
    row("combining grapheme joiner", 0x34f, "<U+034F>");
    row("Arabic letter mark", 0x61c, "<U+061C>");
    row("Hangul filler", 0x3164, "<U+3164>");
    row("halfwidth filler", 0xffa0, "<U+FFA0>");
    row("Mongolian variation", 0x180b, "<U+180B>");
    row("zero width space", 0x200b, "<U+200B>");
    row("override", 0x202e, "<U+202E>");
    row("isolate", 0x2066, "<U+2066>");
    row("line separator", 0x2028, "<U+2028>");
    row("ideographic space", 0x3000, "<U+3000>");
    row("blank braille", 0x2800, "<U+2800>");
    row("private", 0xe000, "<U+E000>");
    row("variation selector", 0xfe0f, "<U+FE0F>");
    row("byte order mark", 0xfeff, "<U+FEFF>");
    row("noncharacter", 0xffff, "<U+FFFF>");
    row("tag", 0xe0041, "<U+E0041>");
    row("last plane", 0x10fffd, "<U+10FFFD>");
}

void VisibleTextTest::showsWhatNobodySees()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(visibleText(text), shown);
    QCOMPARE(visibleText(shown), shown);
    std::string utf8;
    appendVisible(utf8, text.toStdString());
    QCOMPARE(QString::fromStdString(utf8), shown);
    QCOMPARE(withoutInvisible(text), QStringLiteral("ab"));
    QCOMPARE(withoutInvisible(shown), QStringLiteral("ab"));
    QCOMPARE(withoutInvisible(shown.toLower()), QStringLiteral("ab"));
}

void VisibleTextTest::keepsWhatIsSeen()
{
    for (const char* text : {"", "aim.exe", "\u0410\u0433\u0435\u043d\u0442", "\uff41im", "caf\u00e9", "\u4fe1 \u3042",
             "\U0001f600", "<U+0041>", "<U+>", "<U+202E", "<U+20 2E>", "<b>"}) {
        const QString given = QString::fromUtf8(text);
        QCOMPARE(visibleText(given), given);
        QCOMPARE(withoutInvisible(given), given);
        std::string utf8;
        appendVisible(utf8, text);
        QCOMPARE(utf8, std::string(text));
    }
    QCOMPARE(visibleText(QString(QChar(0xd800))), QStringLiteral("<U+D800>"));
}

void VisibleTextTest::keepsWhatIsAskedFor()
{
    QCOMPARE(visibleText(QStringLiteral("a\nb\x1b"), u"\n"), QStringLiteral("a\nb<U+001B>"));
}

void VisibleTextTest::bytesThatAreNoText()
{
    std::string shown;
    appendVisible(shown, "\xc3\xa9\x80\xff\xe2\x80");
    QCOMPARE(shown, std::string("\xc3\xa9%80%FF%E2%80"));
    QCOMPARE(asUtf8("\xc3\xa9\x80\xff\xe2\x80"), shown);
    // What is text stays as it is, whatever it shows.
    QCOMPARE(asUtf8("a\xe2\x80\xae\x1b%80"), std::string("a\xe2\x80\xae\x1b%80"));
    QCOMPARE(asUtf8(""), std::string());
    QCOMPARE(peerText("\xef\xbb\xbf"
                      "a\xe4"),
        QChar(0xfeff) + QStringLiteral("a%E4"));
}

void VisibleTextTest::jsonStaysTheSame()
{
    const QJsonDocument document(
        QJsonObject{{QStringLiteral("n\u202e"), QString::fromUtf8("\u0410\ufeff\U000e0041\x7f")}});
    const QByteArray shown = visibleJson(document.toJson());
    QVERIFY(shown.contains("n\\u202e") && shown.contains("\\ufeff\\udb40\\udc41\\u007f"));
    QCOMPARE(QJsonDocument::fromJson(shown), document);
}

void VisibleTextTest::excerpts()
{
    const QString most(excerptLength, u'x');
    QCOMPARE(excerpt(most), most);
    QCOMPARE(excerpt(most + u'y'), QString(most + u'\u2026'));
    QCOMPARE(excerpt(QString()), QString());
    // By what is shown, and between characters.
    QCOMPARE(excerpt(QString(20, u'\u202e')), QString(QString(10, u'\u202e') + u'\u2026'));
    QCOMPARE(excerpt(QStringLiteral("abc"), 2), QStringLiteral("ab\u2026"));
    QCOMPARE(excerpt(QString::fromUtf8("a\U0001f600b"), 2), QStringLiteral("a\u2026"));
}

void VisibleTextTest::counts()
{
    QCOMPARE(counted(0, "connection"), QStringLiteral("0 connections"));
    QCOMPARE(counted(1, "connection"), QStringLiteral("1 connection"));
    QCOMPARE(counted(2, "connection"), QStringLiteral("2 connections"));
}

QTEST_APPLESS_MAIN(VisibleTextTest)
#include "test_visibletext.moc"
