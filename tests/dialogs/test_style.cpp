// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/style/icons.h"
#include "dialogs/style/lists.h"
#include "dialogs/style/metrics.h"
#include "dialogs/style/theme.h"
#include "dialogs/texts/errortexts.h"
#include "models/items/applicationtexts.h"
#include "models/items/tablemodel.h"
#include "tests/dialogs/dialogprobe.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QSpinBox>
#include <QStyle>
#include <QStyleOptionViewItem>
#include <QTableView>
#include <QTest>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace sallyport;

namespace
{

// One row plain, one of each mark, one inert.
class MarkedRows final : public TableModel
{
public:
    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 5; }

protected:
    int columns() const override { return 1; }
    QString header(int) const override { return {}; }
    QString text(int, int) const override { return QStringLiteral("HHHH"); }
    QString id(int row) const override { return QString::number(row); }
    Mark mark(int row, int) const override { return row < 4 ? static_cast<Mark>(row) : Mark::None; }
    bool inert(int row, int) const override { return row == 4; }
};

} // namespace

class TestStyle : public QObject
{
    Q_OBJECT

private:
    struct Look {
        const char* name;
        QPalette palette;
    };
    static QList<Look> looks() { return {{"light", lightPalette()}, {"dark", darkPalette()}}; }

    static void compare(
        QStringList& faults, const Look& look, const QString& pair, const QColor& a, const QColor& b, double least)
    {
        if (const double ratio = contrast(a, b); ratio < least) {
            faults.append(QStringLiteral("%1, %2: %3 is less than %4")
                              .arg(QLatin1StringView(look.name), pair)
                              .arg(ratio)
                              .arg(least));
        }
    }
    // What stands out most from `ground` along the middle row of a picture.
    static QColor mostSeen(const QImage& image, const QColor& ground)
    {
        QColor best = ground;
        for (int x = 0; x < image.width(); ++x) {
            const QColor here = image.pixelColor(x, image.height() / 2);
            if (contrast(here, ground) > contrast(best, ground))
                best = here;
        }
        return best;
    }
    // Over `below`, as a translucent fill is drawn.
    static QColor laid(const QColor& fill, const QColor& below)
    {
        const auto mix
            = [&fill](double over, double under) { return over * fill.alphaF() + under * (1 - fill.alphaF()); };
        return QColor::fromRgbF(static_cast<float>(mix(fill.redF(), below.redF())),
            static_cast<float>(mix(fill.greenF(), below.greenF())),
            static_cast<float>(mix(fill.blueF(), below.blueF())));
    }
    static constexpr Tone tones[]{
        Tone::Text, Tone::Quiet, Tone::Accent, Tone::Refused, Tone::Attention, Tone::Confirmed};

private slots:
    void contrastIsThatOfWcag()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
        QVERIFY(qAbs(contrast(QColor(0x767676), Qt::white) - 4.54) < 0.01);
    }

    void everyToneIsReadable()
    {
        QStringList faults;
        for (const Look& look : looks()) {
            const QPalette& palette = look.palette;
            for (const Tone tone : tones) {
                const QString name = QStringLiteral("tone %1 on ").arg(int(tone));
                const QColor colour = toneColor(tone, palette);
                for (const auto role : {QPalette::Base, QPalette::Window, QPalette::AlternateBase, QPalette::Button})
                    compare(faults, look, name + QStringLiteral("role %1").arg(role), colour, palette.color(role), 4.5);
                compare(faults, look, name + QStringLiteral("a resting selection"), colour,
                    palette.color(QPalette::Inactive, QPalette::Highlight), 4.5);
                for (const auto role : {QPalette::Base, QPalette::Window}) {
                    const QColor fill = laid(toneFill(tone, palette), palette.color(role));
                    compare(faults, look, name + QStringLiteral("text on its fill"), palette.color(QPalette::Text),
                        fill, 4.5);
                    compare(
                        faults, look, name + QStringLiteral("border on its fill"), toneBorder(tone, palette), fill, 3);
                    compare(faults, look, name + QStringLiteral("border"), toneBorder(tone, palette),
                        palette.color(role), 3);
                }
            }
            for (const auto group : {QPalette::Active, QPalette::Inactive}) {
                compare(faults, look, QStringLiteral("selected text"), palette.color(group, QPalette::HighlightedText),
                    palette.color(group, QPalette::Highlight), 4.5);
            }
            compare(faults, look, QStringLiteral("tool tip"), palette.color(QPalette::ToolTipText),
                palette.color(QPalette::ToolTipBase), 4.5);
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        QVERIFY(isDark(darkPalette()));
        QVERIFY(!isDark(lightPalette()));
    }

    // Eight selected rows must not glare: what they are filled with is no lighter than half way.
    void darkSelectionIsCalm()
    {
        const QPalette dark = darkPalette();
        QVERIFY(dark.color(QPalette::Highlight).lightness() < 128);
        QCOMPARE(dark.color(QPalette::HighlightedText), QColor(Qt::white));
    }

    void whatFadesStaysLegible()
    {
        QStringList faults;
        for (const Look& look : looks()) {
            const QColor red = toneColor(Tone::Refused, look.palette);
            const QColor base = look.palette.color(QPalette::Base);
            QCOMPARE(fadedText(red, base, 0), red);
            QVERIFY(fadedText(red, base, 1) != red);
            for (const auto group : {QPalette::Active, QPalette::Inactive}) {
                const QColor ground = look.palette.color(group, QPalette::Highlight);
                const QColor text = look.palette.color(group, QPalette::HighlightedText);
                for (const double gone : {0.0, 0.3, 0.7, 1.0}) {
                    compare(faults, look, QStringLiteral("faded on a selection"), fadedText(text, ground, gone), ground,
                        4.5);
                    compare(faults, look, QStringLiteral("faded"), fadedText(red, base, gone), base, 4.5);
                }
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    // As they are drawn, by themselves and with the focus.
    void fieldsAndButtonsHaveABorder_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void fieldsAndButtonsHaveABorder()
    {
        QFETCH(bool, dark);
        Theme theme(*qApp);
        theme.setAppearance(dark ? Appearance::Dark : Appearance::Light);
        QWidget window;
        QVBoxLayout layout(&window);
        QLineEdit line;
        QPushButton button;
        QComboBox choice;
        QComboBox typed;
        QSpinBox number;
        QCheckBox check;
        QRadioButton radio;
        QPlainTextEdit text;
        QTreeWidget list;
        list.setHeaderHidden(true);
        typed.setEditable(true);
        number.clear(); // a digit is no border
        const QList<QWidget*> fields{&line, &button, &choice, &typed, &number, &check, &radio, &text, &list};
        for (QWidget* field : fields)
            layout.addWidget(field);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const Look look{dark ? "dark" : "light", QApplication::palette()};
        const QColor ground = look.palette.color(QPalette::Window);
        QStringList faults;
        for (QWidget* focused : fields) {
            focused->setFocus();
            for (QWidget* field : fields) {
                const QImage image = field->grab().toImage();
                // The left edge in the middle row: a box or a circle has a margin, and the circle no straight side.
                const bool round = field == &check || field == &radio;
                const QImage edge = image.copy(0, 0, round ? 8 : 2, image.height());
                compare(faults, look,
                    QLatin1StringView(field->metaObject()->className())
                        + QLatin1StringView(field == focused ? " with focus" : ""),
                    mostSeen(edge, ground), ground, 3);
            }
        }
        theme.setAppearance(Appearance::Light);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    // A window that rests: texts of every kind on its selection, as the list draws them.
    void rowsAreLegibleHoweverSelected_data() { fieldsAndButtonsHaveABorder_data(); }
    void rowsAreLegibleHoweverSelected()
    {
        QFETCH(bool, dark);
        Theme theme(*qApp);
        theme.setAppearance(dark ? Appearance::Dark : Appearance::Light);
        const Look look{dark ? "dark" : "light", QApplication::palette()};
        MarkedRows rows;
        QTreeView list;
        prepareList(&list);
        list.setModel(&rows);
        list.resize(300, 200);
        QStringList faults;
        for (const bool selected : {false, true}) {
            for (const bool active : {false, true}) {
                for (int row = 0; row < rows.rowCount(); ++row) {
                    const QModelIndex index = rows.index(row, 0);
                    const QPalette::ColorGroup group = active ? QPalette::Active : QPalette::Inactive;
                    const QColor ground = look.palette.color(group, selected ? QPalette::Highlight : QPalette::Base);
                    QImage image(200, 26, QImage::Format_ARGB32);
                    image.fill(ground);
                    QStyleOptionViewItem option;
                    option.initFrom(&list);
                    option.widget = &list;
                    option.rect = image.rect();
                    option.state.setFlag(QStyle::State_Selected, selected);
                    option.state.setFlag(QStyle::State_Active, active);
                    option.state |= QStyle::State_Enabled;
                    QPainter painter(&image);
                    list.itemDelegate()->paint(&painter, option, index);
                    painter.end();
                    // Icon, then text: both are seen.
                    const QString name
                        = QStringLiteral("row %1, selected %2, active %3").arg(row).arg(selected).arg(active);
                    const int iconEnd = row > 0 && row < 4 ? metrics::section + metrics::iconSize : 0;
                    if (iconEnd)
                        compare(faults, look, name + QStringLiteral(", icon"),
                            mostSeen(image.copy(0, 0, iconEnd, 26), ground), ground, 3);
                    compare(
                        faults, look, name, mostSeen(image.copy(iconEnd, 0, 200 - iconEnd, 26), ground), ground, 4.5);
                }
            }
        }
        theme.setAppearance(Appearance::Light);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void iconOfTheChosenMenuEntryIsSeen_data() { fieldsAndButtonsHaveABorder_data(); }
    void iconOfTheChosenMenuEntryIsSeen()
    {
        QFETCH(bool, dark);
        Theme theme(*qApp);
        theme.setAppearance(dark ? Appearance::Dark : Appearance::Light);
        QMenu menu;
        QAction* entry = menu.addAction(icon(QLatin1StringView("copy")), QString());
        menu.popup({});
        menu.setActiveAction(entry);
        const QImage image = menu.grab(menu.actionGeometry(entry)).toImage();
        // As it is drawn, where nothing stands on it.
        const QColor ground = image.pixelColor(image.width() - 4, image.height() / 2);
        QCOMPARE(ground, QApplication::palette().color(QPalette::Highlight));
        double best = 1;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 4; x < 2 * metrics::iconSize; ++x)
                best = std::max(best, contrast(image.pixelColor(x, y), ground));
        }
        menu.close();
        theme.setAppearance(Appearance::Light);
        QVERIFY2(best >= 3, qPrintable(QString::number(best)));
    }

    // Whatever has a fill or a shape of its own goes on following the theme, in every colour.
    void colouredWidgetsFollowTheTheme()
    {
        Theme theme(*qApp);
        theme.setAppearance(Appearance::Light);
        QWidget window;
        QLineEdit field(&window);
        QFrame bar(&window);
        QLabel shape(&window);
        window.show();
        setToneFill(field, QPalette::Base, Tone::Confirmed);
        setToneFill(bar, QPalette::Window, Tone::Refused);
        showTone(shape, Tone::Attention);
        const QImage light = shape.pixmap().toImage();
        theme.setAppearance(Appearance::Dark);
        // A palette goes from widget to widget by events.
        QTRY_COMPARE(field.palette().color(QPalette::Text), darkPalette().color(QPalette::Text));
        QCOMPARE(field.palette().color(QPalette::PlaceholderText), darkPalette().color(QPalette::PlaceholderText));
        QCOMPARE(field.palette().color(QPalette::Base), toneFill(Tone::Confirmed, darkPalette()));
        QCOMPARE(bar.palette().color(QPalette::Window), toneFill(Tone::Refused, darkPalette()));
        QCOMPARE(bar.palette().color(QPalette::WindowText), darkPalette().color(QPalette::WindowText));
        QVERIFY(shape.pixmap().toImage() != light);
        setToneFill(field, QPalette::Base, {});
        QTRY_COMPARE(field.palette().color(QPalette::Base), darkPalette().color(QPalette::Base));
        theme.setAppearance(Appearance::Light);
        QTRY_COMPARE(field.palette().color(QPalette::Base), lightPalette().color(QPalette::Base));
    }

    // A window from right to left mirrors where cells are, not what is read in them.
    void numbersAreReadTheSameFromRightToLeft()
    {
        const Theme theme(*qApp);
        QTreeView list;
        const auto drawn = [&list](Qt::LayoutDirection direction) {
            QImage image(200, 26, QImage::Format_ARGB32);
            image.fill(Qt::white);
            QStyleOptionViewItem cell;
            cell.initFrom(&list);
            cell.widget = &list;
            cell.rect = image.rect();
            cell.direction = direction;
            cell.text = QStringLiteral("5 s ago");
            cell.features = QStyleOptionViewItem::HasDisplay;
            // At one place in both.
            cell.displayAlignment = Qt::AlignHCenter | Qt::AlignVCenter;
            QPainter painter(&image);
            list.style()->drawControl(QStyle::CE_ItemViewItem, &cell, &painter, &list);
            painter.end();
            return image;
        };
        QCOMPARE(drawn(Qt::RightToLeft), drawn(Qt::LeftToRight));
    }

    void rowsOfSuggestionsAreAsHighAsOthers()
    {
        const Theme theme(*qApp);
        QComboBox box;
        box.setEditable(true);
        box.addItems({QStringLiteral("a"), QStringLiteral("b")});
        QVERIFY(box.view()->sizeHintForRow(0) >= metrics::rowHeight);
    }

    void lengthsGrowWithTheFont()
    {
        const QFont before = QApplication::font();
        QFont large = before;
        large.setPointSizeF(before.pointSizeF() * 2);
        const int row = metrics::rowHeight;
        QVERIFY(row >= 26 && metrics::iconSize >= 16
            && metrics::sheetWidth <= QApplication::primaryScreen()->size().width());
        QApplication::setFont(large);
        const int line = QFontMetrics(large).height();
        QVERIFY(metrics::rowHeight > line && metrics::rowHeight > row);
        QCOMPARE(int(metrics::iconSize), line);
        QCOMPARE(int(metrics::branch), line + metrics::tiny);
        QVERIFY(metrics::sheetWidth <= QApplication::primaryScreen()->size().width());
        QApplication::setFont(before);
        QCOMPARE(int(metrics::rowHeight), row);
    }

    // An empty box is all there is to say that a row is not chosen.
    void boxesOfListsAreSeen()
    {
        for (const QPalette& palette : {lightPalette(), darkPalette()}) {
            QImage image(16, 16, QImage::Format_ARGB32);
            image.fill(palette.color(QPalette::Base));
            QStyleOptionViewItem box;
            box.palette = palette;
            box.rect = image.rect();
            box.state = QStyle::State_Enabled | QStyle::State_Off;
            QPainter painter(&image);
            qApp->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, &painter);
            painter.end();
            for (const QPoint& side : {QPoint(0, 8), QPoint(15, 8), QPoint(8, 0), QPoint(8, 15)})
                QVERIFY(contrast(image.pixelColor(side), palette.color(QPalette::Base)) >= 3);
        }
    }

    void everyIconDraws()
    {
        const QStringList names = iconNames();
        QVERIFY(names.size() > 60);
        for (const QString& name : names) {
            const QIcon one = icon(QLatin1StringView(name.toLatin1()));
            QVERIFY2(!one.isNull(), qPrintable(name));
            const QImage image = one.pixmap(16, 16).toImage();
            int drawn = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    drawn += image.pixelColor(x, y).alpha() > 40;
            }
            QVERIFY2(drawn > 8, qPrintable(name));
        }
        QVERIFY(icon(QLatin1StringView("no-such-icon")).isNull());
    }

    void iconsFollowThePalette()
    {
        const QIcon server = icon(QLatin1StringView("server"));
        QApplication::setPalette(lightPalette());
        const QImage light = server.pixmap(32, 32).toImage();
        QApplication::setPalette(darkPalette());
        const QImage dark = server.pixmap(32, 32).toImage();
        QApplication::setPalette(lightPalette());
        QVERIFY(light != dark);
    }

    void appearanceCanBeSwitched()
    {
        Theme theme(*qApp);
        theme.setAppearance(Appearance::Dark);
        QVERIFY(theme.dark());
        QVERIFY(isDark(QApplication::palette()));
        theme.setAppearance(Appearance::Light);
        QVERIFY(!isDark(QApplication::palette()));
    }

    // Lists and tables alike, or their titles would not stand where the cells do.
    void headersStandOffAsCellsDo()
    {
        const Theme theme(*qApp);
        QTreeView list;
        QTableView table;
        for (QHeaderView* header : {list.header(), table.horizontalHeader()}) {
            QCOMPARE(header->style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, header), metrics::small);
            QCOMPARE(header->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, header->parentWidget()) + 1,
                metrics::small);
        }
        list.setHeaderHidden(true); // a tree of places
        QVERIFY(list.style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, &list) + 1 < metrics::small);
    }

    void everyCodeAndKeyHasWords()
    {
        for (int code = 0; code <= int(ErrorCode::Internal); ++code)
            QVERIFY(!texts::errorHeadline(static_cast<ErrorCode>(code)).isEmpty());
        for (const ApplicationKeySpec& spec : applicationKeySpecs()) {
            QVERIFY(!texts::keyMeaning(spec.key).isEmpty());
            QVERIFY(!texts::valueRemedy(spec.kind).isEmpty());
            if (spec.kind == ValueKind::Choice) {
                QStringList meanings;
                for (const QLatin1StringView choice : spec.choices)
                    meanings.append(texts::valueMeaning(spec.key, choice));
                QVERIFY(!meanings.contains(QString()));
                QCOMPARE(meanings.removeDuplicates(), 0);
            }
        }
        QCOMPARE(texts::fingerprint(QStringLiteral("00:11:aa:bb:cc")), QStringLiteral("0011 AABB CC"));
    }
};

SALLYPORT_DIALOG_TEST(TestStyle)
#include "test_style.moc"
