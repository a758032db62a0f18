// SPDX-License-Identifier: GPL-3.0-or-later
// What does not fit into the inspector is scrolled to by the keys that go from link to link.
#include "app/console/panes/inspectorlabel.h"
#include "app/console/panes/inspectorscroll.h"

#include <QScrollBar>
#include <QVBoxLayout>
#include <QtTest>

using namespace sallyport;

class TestInspector : public QObject
{
    Q_OBJECT

private slots:
    void itFollowsTheLinkThatHasTheFocus()
    {
        QWidget pane;
        auto* label = new InspectorLabel(&pane);
        InspectorScroll scroll(label, &pane);
        auto* layout = new QVBoxLayout(&pane);
        layout->addStretch(1);
        layout->addWidget(&scroll);
        QString html = QStringLiteral("<p><a href=\"first\">first</a></p>");
        for (int i = 0; i < 30; ++i)
            html += QStringLiteral("<p>line %1</p>").arg(i);
        html += QStringLiteral("<p><a href=\"last\">last</a></p>");
        label->setHtml(html);
        pane.resize(300, 300);
        pane.show();
        QVERIFY(QTest::qWaitForWindowActive(&pane));
        label->setFocus(Qt::TabFocusReason);
        const QScrollBar* bar = scroll.verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 100);
        QCOMPARE(bar->value(), 0);
        const auto focused = [label](const QString& link) {
            for (int i = 0; i < 3 && label->selectedText() != link; ++i)
                QTest::keyClick(label, Qt::Key_Tab);
            return label->hasFocus() && label->selectedText() == link;
        };
        QVERIFY(focused(QStringLiteral("first")));
        QCOMPARE(bar->value(), 0);
        QVERIFY(focused(QStringLiteral("last")));
        QVERIFY2(
            bar->value() > bar->maximum() - label->fontMetrics().height(), qPrintable(QString::number(bar->value())));
        QTest::keyClick(label, Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(label->selectedText(), QStringLiteral("first"));
        QVERIFY2(bar->value() < label->fontMetrics().height(), qPrintable(QString::number(bar->value())));
    }
};

QTEST_MAIN(TestInspector)
#include "test_inspector.moc"
