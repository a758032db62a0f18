// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/filterfield.h"
#include "app/console/panes/filterpopup.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/theme.h"
#include "models/base/fault.h"
#include "tests/dialogs/dialogprobe.h"

#include <QAction>
#include <QApplication>
#include <QSignalSpy>
#include <QtTest>

using namespace sallyport;
using Kind = Filter::Field::Kind;
using State = FilterField::State;

namespace
{

const QList<Filter::Field> fields{
    {QStringLiteral("user"), Kind::Text, {QStringLiteral("benutzername")}, true, QStringLiteral("Benutzername")},
    {QStringLiteral("program"), Kind::Program, {QStringLiteral("application")}},
    {QStringLiteral("received"), Kind::Bytes, {}, false}, {QStringLiteral("age"), Kind::Time, {}, false}};

} // namespace

class TestFilterField : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_field = new FilterField(m_window.get());
        m_asked = 0;
        m_field->setSource({[] { return fields; },
            [this](const QString& field) {
                ++m_asked;
                if (field != u"user")
                    return ValueCounts{};
                return ValueCounts{{{QStringLiteral("anna"), 12}, {QStringLiteral("an \"x\" b"), 3},
                    {QStringLiteral("bert"), 2}, {QString(), 1}}};
            }});
        // As a pane does.
        connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
            const auto filter = Filter::parse(text, fields, Filter::Naming::Beginning);
            m_field->setStatus(filter ? Status() : filter.error());
        });
        m_window->resize(600, 200);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_field->setFocus();
    }
    void cleanup() { m_window.reset(); }

    void offersFieldsByEitherName()
    {
        type("us");
        QCOMPARE(hints(), QStringList{QStringLiteral("user:")});
        QVERIFY(popup()->topLevelItem(0)->text(1).contains(QStringLiteral("Benutzername")));
        m_field->clear();
        type("-benu");
        QCOMPARE(hints(), QStringList{QStringLiteral("-benutzername:")});
        m_field->clear();
        type("anna app");
        QCOMPARE(hints(), QStringList{QStringLiteral("application:")});
        type("x");
        QVERIFY(!popup()->isVisible());
    }

    void offersValuesWithCounts()
    {
        type("user:");
        QCOMPARE(hints(),
            (QStringList{QStringLiteral("anna (12)"), QStringLiteral("an \"x\" b (3)"), QStringLiteral("bert (2)"),
                QStringLiteral("nothing (1)")}));
        type("an");
        QCOMPARE(hints(), (QStringList{QStringLiteral("anna (12)"), QStringLiteral("an \"x\" b (3)")}));
        QCOMPARE(m_asked, 1); // one count for all these keys
        type("na");
        QVERIFY(!popup()->isVisible()); // there is no more to it
    }

    void errorsNameFieldsByTheirTitles()
    {
        const Result<Filter> wrong = Filter::parse(QStringLiteral("nick:x"), fields);
        QVERIFY(!wrong);
        QVERIFY2(wrong.error().text().contains(QStringLiteral("benutzername, program, received")),
            qPrintable(wrong.error().text()));
        // A title with signs is none to be typed.
        Filter::Field field{QStringLiteral("out"), Kind::Rate, {QStringLiteral("↑/s")}, false, QStringLiteral("↑/s")};
        QCOMPARE(field.shownName(), QStringLiteral("out"));
        QCOMPARE(fields.first().shownName(), QStringLiteral("benutzername"));
    }

    void keysChooseAndTake()
    {
        QSignalSpy left(m_field, &FilterField::left);
        type("us");
        key(Qt::Key_Down);
        key(Qt::Key_Return);
        QCOMPARE(m_field->text(), QStringLiteral("user:"));
        QCOMPARE(hints().size(), 4);
        key(Qt::Key_Down);
        key(Qt::Key_Down);
        key(Qt::Key_Tab);
        QCOMPARE(m_field->text(), QStringLiteral("user:\"an \"\"x\"\" b\""));
        QCOMPARE(m_field->state(), State::Understood);
        QVERIFY(!popup()->isVisible());
        QCOMPARE(left.size(), 0);
        type("|be");
        key(Qt::Key_Up); // from none to the last
        key(Qt::Key_Return);
        QCOMPARE(m_field->text(), QStringLiteral("user:\"an \"\"x\"\" b\"|\"bert\""));
        type(" age");
        key(Qt::Key_Down);
        key(Qt::Key_Tab);
        QVERIFY(m_field->text().endsWith(QStringLiteral(" age<")));
        key(Qt::Key_Down);
        key(Qt::Key_Return);
        QVERIFY(m_field->text().endsWith(QStringLiteral(" age<5m")));
        QCOMPARE(m_field->state(), State::Understood);
    }

    void enterAndDownLeave()
    {
        QSignalSpy left(m_field, &FilterField::left);
        type("us");
        QVERIFY(popup()->isVisible());
        key(Qt::Key_Return); // nothing is highlighted
        QCOMPARE(left.size(), 1);
        QCOMPARE(m_field->text(), QStringLiteral("us"));
        QVERIFY(!popup()->isVisible());
        key(Qt::Key_Down);
        QCOMPARE(left.size(), 2);
        m_field->clear();
        key(Qt::Key_Down);
        key(Qt::Key_Enter);
        QCOMPARE(left.size(), 4);
    }

    void escapeClosesThenClears()
    {
        type("us");
        key(Qt::Key_Escape);
        QVERIFY(!popup()->isVisible());
        QCOMPARE(m_field->text(), QStringLiteral("us"));
        key(Qt::Key_Escape);
        QVERIFY(m_field->text().isEmpty());
        QCOMPARE(m_field->state(), State::Empty);
    }

    void everyFieldIsOffered()
    {
        QTest::keyClick(m_field, Qt::Key_Space, Qt::ControlModifier);
        probe::picture(popup(), QStringLiteral("filterhints"));
        QCOMPARE(hints(),
            (QStringList{QStringLiteral("benutzername:"), QStringLiteral("program:"), QStringLiteral("received>"),
                QStringLiteral("age<")}));
        m_window->setFocus();
        m_field->clearFocus();
        QVERIFY(!popup()->isVisible());
        m_field->setText(QStringLiteral("user:")); // not typed
        QVERIFY(!popup()->isVisible());
    }

    // By its shape and in words, not by its colour alone.
    void statesHaveSigns()
    {
        const QAction* sign = m_field->findChild<QAction*>(QStringLiteral("filterSign"));
        QList<QImage> signs;
        QStringList told;
        for (const char* text : {"", "user:anna", "user:", "nick:x"}) {
            m_field->setText(QLatin1StringView(text));
            signs.append(sign->icon().pixmap(16, 16).toImage().convertToFormat(QImage::Format_Alpha8));
            told.append(m_field->accessibleDescription());
        }
        QCOMPARE(m_field->state(), State::Wrong);
        for (qsizetype i = 0; i < signs.size(); ++i) {
            for (qsizetype j = 0; j < i; ++j) {
                QVERIFY(signs.at(i) != signs.at(j));
                QVERIFY(told.at(i) != told.at(j));
            }
        }
        QVERIFY2(told.at(2).contains(QStringLiteral("user:VALUE")), qPrintable(told.at(2)));
        QVERIFY(!sign->text().isEmpty());
    }

    void theLineAroundIsSeen()
    {
        for (const QPalette& palette : {lightPalette(), darkPalette()}) {
            QApplication::setPalette(palette);
            QTRY_COMPARE(m_window->palette().color(QPalette::Window), palette.color(QPalette::Window));
            for (const char* text : {"user:anna", "user:", "nick:x"}) {
                m_field->setText(QLatin1StringView(text));
                m_field->clearFocus();
                const QImage image = m_field->grab().toImage();
                probe::picture(
                    m_field, QStringLiteral("filter%1%2").arg(isDark(palette) ? 1 : 0).arg(m_field->text().size()));
                const QColor line = image.pixelColor(image.width() / 2, 1);
                QVERIFY2(contrast(line, palette.color(QPalette::Base)) >= 3, text);
            }
            // What was typed in before the change takes part in it.
            m_field->clear();
            QTRY_COMPARE(m_field->palette().color(QPalette::Base), palette.color(QPalette::Base));
            m_field->setText(QStringLiteral("user:anna"));
            m_field->clear();
        }
        m_field->setText(QStringLiteral("user:anna"));
        QApplication::setPalette(lightPalette());
        QTRY_COMPARE(m_field->palette().color(QPalette::Text), lightPalette().color(QPalette::Text));
        QTRY_COMPARE(m_field->palette().color(QPalette::Base), toneFill(Tone::Confirmed, lightPalette()));
    }

    void wordsAreAddedOnce()
    {
        m_field->addWord(QStringLiteral("user:\"a b\""));
        m_field->addWord(QStringLiteral("user:\"a b\""));
        QCOMPARE(m_field->text(), QStringLiteral("user:\"a b\""));
        m_field->addWord(QStringLiteral("program:\"x\""));
        m_field->addWord(QStringLiteral("-user:\"a b\""));
        QCOMPARE(m_field->text(), QStringLiteral("program:\"x\" -user:\"a b\""));
        m_field->setText(QStringLiteral("\"open quote"));
        m_field->addWord(QStringLiteral("user:\"b\""));
        QCOMPARE(m_field->state(), State::Understood);
    }

    void helpNamesTheWords()
    {
        for (const Filter::Field& field : fields)
            QVERIFY(m_field->help().contains(field.name));
        QVERIFY(m_field->help().contains(QStringLiteral("benutzername")));
        // In the reader's own language where there is a choice.
        QVERIFY(m_field->help().contains(QStringLiteral("benutzername:anna|bert")));
        QVERIFY(!m_field->help().contains(QStringLiteral("user:anna")));
    }

private:
    void type(const char* text) { QTest::keyClicks(m_field, QLatin1StringView(text)); }
    void key(Qt::Key key) { QTest::keyClick(m_field, key); }
    FilterPopup* popup() const { return m_field->findChild<FilterPopup*>(); }
    QStringList hints() const
    {
        QStringList shown;
        for (int i = 0; popup()->isVisible() && i < popup()->topLevelItemCount(); ++i)
            shown.append(popup()->topLevelItem(i)->text(0));
        return shown;
    }

    std::unique_ptr<QWidget> m_window;
    FilterField* m_field = nullptr;
    int m_asked = 0;
};

QTEST_MAIN(TestFilterField)
#include "test_filterfield.moc"
