// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/style/icons.h"
#include "dialogs/style/metrics.h"
#include "dialogs/style/theme.h"
#include "dialogs/texts/errortexts.h"
#include "models/items/applicationtexts.h"
#include "tests/dialogs/dialogprobe.h"

#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>
#include <QTableView>
#include <QTest>
#include <QTreeView>

#include <cmath>

using namespace sallyport;

class TestStyle : public QObject
{
    Q_OBJECT

private:
    static double luminance(const QColor& colour)
    {
        const auto part = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
    }
    // WCAG 2.1 contrast ratio.
    static double contrast(const QColor& a, const QColor& b)
    {
        const double high = std::max(luminance(a), luminance(b));
        const double low = std::min(luminance(a), luminance(b));
        return (high + 0.05) / (low + 0.05);
    }

private slots:
    void everyToneIsReadable()
    {
        for (const QPalette& palette : {lightPalette(), darkPalette()}) {
            for (const Tone tone :
                {Tone::Text, Tone::Quiet, Tone::Accent, Tone::Refused, Tone::Attention, Tone::Confirmed}) {
                for (const auto role : {QPalette::Base, QPalette::Window, QPalette::AlternateBase}) {
                    const double ratio = contrast(toneColor(tone, palette), palette.color(role));
                    QVERIFY2(ratio >= 4.5,
                        qPrintable(QStringLiteral("tone %1 on role %2: %3").arg(int(tone)).arg(role).arg(ratio)));
                }
            }
            QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
        }
        QVERIFY(isDark(darkPalette()));
        QVERIFY(!isDark(lightPalette()));
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
