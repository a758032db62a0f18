// SPDX-License-Identifier: GPL-3.0-or-later
// How the window is seen, and what somebody who does not see it gets of it; dialogs are walked by tests/dialogs.
#include "app/console/panes/filterfield.h"
#include "app/console/panes/sessionsview.h"
#include "app/console/window/treeview.h"
#include "models/items/sessionsmodel.h"
#include "tests/app/console/consolerig.h"
#include "tests/dialogs/dialogprobe.h"

#include <QAbstractListModel>
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace sallyport;

class TestLooks : public QObject
{
    Q_OBJECT

private slots:
    void everyControlHasAName()
    {
        ConsoleRig rig;
        rig.addEntry(QStringLiteral("msmsgs"));
        QStringList faults;
        for (int kind = 0; kind < static_cast<int>(NodeKind::Count); ++kind) {
            const NodePath place{static_cast<NodeKind>(kind), kind == 0 ? QString() : ConsoleRig::key()};
            rig.window->go(place);
            QCoreApplication::processEvents();
            const QStringList found
                = probe::unnamedControls(rig.window.get()).filter(QStringLiteral("no accessible name"));
            for (const QString& fault : found)
                faults.append(QStringLiteral("%1: %2").arg(ConsoleTreeModel::title(place.kind), fault));
        }
        faults.removeDuplicates();
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void glyphOfTheFilterHasAName()
    {
        FilterField field;
        field.setText(QStringLiteral("x"));
        field.show();
        const QList<QToolButton*> glyphs = field.findChildren<QToolButton*>();
        QVERIFY(!glyphs.isEmpty());
        for (QToolButton* glyph : glyphs) {
            QAccessibleInterface* heard = QAccessible::queryAccessibleInterface(glyph);
            QVERIFY(heard);
            QVERIFY(!heard->text(QAccessible::Name).isEmpty());
        }
    }

    // A reader says the name; "Inspector" would be all it says.
    void inspectorIsHeardAsItReads()
    {
        ConsoleRig rig;
        rig.addEntry(QStringLiteral("msmsgs"));
        rig.window->go({NodeKind::FirewallClient, ConsoleRig::key()});
        auto* inspector = rig.inPane<QLabel>("inspector");
        auto* list = rig.window->pane()->findChild<QAbstractItemView*>();
        QTRY_VERIFY(list->model()->rowCount() > 0);
        list->setCurrentIndex(list->model()->index(0, 0));
        QTRY_VERIFY(inspector->text().contains(QStringLiteral("msmsgs")));
        QAccessibleInterface* heard = QAccessible::queryAccessibleInterface(inspector);
        const QString name = heard->text(QAccessible::Name);
        QVERIFY2(name.contains(QStringLiteral("msmsgs")) && !name.contains(u'<'), qPrintable(name));
    }

    void inspectorShowsItsFocus()
    {
        ConsoleRig rig;
        rig.window->go({NodeKind::FirewallClient, ConsoleRig::key()});
        auto* inspector = rig.inPane<QLabel>("inspector");
        const QColor ring = inspector->palette().color(QPalette::Active, QPalette::Link);
        rig.find<QAbstractItemView>("tree")->setFocus();
        QVERIFY(inspector->grab().toImage().pixelColor(0, inspector->height() / 2) != ring);
        inspector->setFocus(Qt::TabFocusReason);
        QVERIFY(inspector->hasFocus());
        QCOMPARE(inspector->grab().toImage().pixelColor(0, inspector->height() / 2), ring);
    }

    // Fields that were typed in before, and bars that are coloured, follow the theme.
    void themeReachesWhatIsColoured()
    {
        ConsoleRig rig;
        rig.addEntry(QStringLiteral("msmsgs"));
        rig.theme.setAppearance(Appearance::Light);
        rig.window->go({NodeKind::FirewallClient, ConsoleRig::key()});
        FilterField* filter = rig.window->pane()->filterField();
        auto* bar = rig.find<QWidget>("applyBar");
        QVERIFY(filter && bar->isVisible());
        QTest::keyClicks(filter, QStringLiteral("msmsgs"));
        rig.theme.setAppearance(Appearance::Dark);
        // A palette goes from widget to widget by events.
        QTRY_COMPARE(filter->palette().color(QPalette::Text), darkPalette().color(QPalette::Text));
        for (const QWidget* widget : rig.window->findChildren<QWidget*>()) {
            for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::Highlight})
                QVERIFY2(widget->palette().color(QPalette::Active, role)
                            == QApplication::palette().color(QPalette::Active, role)
                        || qobject_cast<const QLabel*>(widget),
                    qPrintable(widget->objectName()));
        }
        QVERIFY(filter->grab().toImage().pixelColor(filter->width() / 2, filter->height() / 2).lightness() < 128);
        filter->clear();
        QTRY_COMPARE(filter->palette().color(QPalette::Base), darkPalette().color(QPalette::Base));
        rig.theme.setAppearance(Appearance::Light);
        QTRY_COMPARE(filter->palette().color(QPalette::Base), lightPalette().color(QPalette::Base));
        QVERIFY(filter->grab().toImage().pixelColor(filter->width() / 2, filter->height() / 2).lightness() > 128);
    }

    // The least a window can be made is no more than the screens we promise: 800x600, in a font twice as large as well.
    // The title is there in full as long as anything else can give way.
    void everyPlaceFitsSmallScreens_data()
    {
        QTest::addColumn<int>("percent");
        QTest::addColumn<QSize>("screen");
        QTest::newRow("800x600") << 100 << QSize(800, 600);
        QTest::newRow("1366x768, 200 %") << 200 << QSize(1366, 768);
        QTest::newRow("800x600, 200 %") << 200 << QSize(800, 600);
    }
    void everyPlaceFitsSmallScreens()
    {
        QFETCH(int, percent);
        QFETCH(QSize, screen);
        const QFont before = QApplication::font();
        QFont font = before;
        font.setPointSizeF(before.pointSizeF() * percent / 100);
        QApplication::setFont(font);
        QStringList faults;
        {
            ConsoleRig rig;
            rig.addEntry(QStringLiteral("msmsgs"));
            auto* tree = rig.find<QWidget>("tree");
            for (int kind = 1; kind < static_cast<int>(NodeKind::Count); ++kind) {
                const NodePath place{static_cast<NodeKind>(kind), ConsoleRig::key()};
                rig.window->go(place);
                // Everything the Apply bar may hold: theirs to merge, an answer that is waited for.
                for (const char* button : {"merge", "cancelApply"})
                    rig.find<QWidget>(button)->show();
                rig.window->resize(screen);
                QCoreApplication::processEvents();
                const QString name = ConsoleTreeModel::title(place.kind);
                const QSize least = rig.window->minimumSizeHint();
                if (least.width() > screen.width() || least.height() > screen.height())
                    faults.append(
                        QStringLiteral("%1 is %2x%3 at least").arg(name).arg(least.width()).arg(least.height()));
                const auto* title = rig.inPane<QLabel>("title");
                if (title && title->isVisible() && title->width() < title->sizeHint().width())
                    faults.append(QStringLiteral("the title of %1 is cut: %2 of %3")
                                      .arg(name)
                                      .arg(title->width())
                                      .arg(title->sizeHint().width()));
                if (tree->width() < 16 * tree->fontMetrics().averageCharWidth())
                    faults.append(QStringLiteral("the tree beside %1 is %2 wide").arg(name).arg(tree->width()));
            }
        }
        QApplication::setFont(before);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void sizeIsRemembered()
    {
        ConsoleRig rig;
        rig.window->resize(700, 500);
        rig.restart();
        QCOMPARE(rig.window->size(), QSize(700, 500));
    }

    // Remembered on a larger screen, or far to its right.
    void rememberedSizeFitsTheScreen()
    {
        ConsoleRig rig;
        rig.window->resize(3000, 2000);
        rig.window->move(2500, 1800);
        rig.restart();
        const QRect room = rig.window->screen()->availableGeometry();
        QVERIFY(rig.window->width() <= room.width() && rig.window->height() < room.height());
        QVERIFY2(room.contains(rig.window->pos()),
            qPrintable(QStringLiteral("at %1, %2").arg(rig.window->x()).arg(rig.window->y())));
    }

    // Its text fades, and stays legible: on a selection as well, in the light and in the dark.
    void endedRowsAreLegibleToTheLast_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("selected");
        for (const bool dark : {false, true}) {
            for (const bool selected : {false, true})
                QTest::addRow("%s%s", dark ? "dark" : "light", selected ? " selected" : "") << dark << selected;
        }
    }
    void endedRowsAreLegibleToTheLast()
    {
        QFETCH(bool, dark);
        QFETCH(bool, selected);
        class Ended final : public QAbstractListModel
        {
        public:
            int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : 1; }
            QVariant data(const QModelIndex&, int role) const override
            {
                if (role == Qt::DisplayRole)
                    return QStringLiteral("\u2588\u2588\u2588"); // blocks: all of their pixels are the text's colour
                return role == SessionsModel::EndedRole ? QVariant(1.0) : QVariant();
            }
        };
        Theme theme(*qApp);
        theme.setAppearance(dark ? Appearance::Dark : Appearance::Light);
        QTreeView list;
        const Ended model;
        const SessionDelegate delegate;
        for (const bool active : {false, true}) {
            const QPalette palette = QApplication::palette();
            const QColor ground = selected
                ? palette.color(active ? QPalette::Active : QPalette::Inactive, QPalette::Highlight)
                : palette.color(QPalette::Base);
            QImage image(200, 26, QImage::Format_ARGB32);
            image.fill(ground);
            QStyleOptionViewItem option;
            option.initFrom(&list);
            option.widget = &list;
            option.rect = image.rect();
            option.state = QStyle::State_Enabled;
            option.state.setFlag(QStyle::State_Selected, selected);
            option.state.setFlag(QStyle::State_Active, active);
            QPainter painter(&image);
            delegate.paint(&painter, option, model.index(0, 0));
            painter.end();
            double best = 1;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    best = std::max(best, contrast(image.pixelColor(x, y), ground));
            }
            QVERIFY2(best >= 4.5, qPrintable(QString::number(best)));
        }
        theme.setAppearance(Appearance::Light);
    }
};

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    TestLooks test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_looks.moc"
