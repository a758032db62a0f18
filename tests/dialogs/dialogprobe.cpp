// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialogs/dialogprobe.h"

#include "dialogs/sheet/pagescroll.h"
#include "dialogs/style/theme.h"
#include "dialogs/texts/translation.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QTextDocument>
#include <QTextDocumentFragment>
#include <QToolButton>
#include <QTranslator>

namespace sallyport::probe
{

namespace
{

bool interactive(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::PushButton:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::List:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::PageTab:
    case QAccessible::ProgressBar:
    case QAccessible::ButtonMenu:
        return true;
    default:
        return false;
    }
}

// A glyph in a line edit: it can be pressed, so it has a name.
bool isGlyph(const QWidget* widget)
{
    return qobject_cast<const QToolButton*>(widget) && qobject_cast<const QLineEdit*>(widget->parentWidget());
}

// Parts that Qt makes inside its own controls (scroll bars, a combo's list, a line's clear button).
bool insideControl(const QWidget* widget)
{
    for (const QWidget* parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (qobject_cast<const QComboBox*>(parent) || qobject_cast<const QLineEdit*>(parent)
            || (qobject_cast<const QAbstractScrollArea*>(parent) && !qobject_cast<const PageScroll*>(parent))
            || qobject_cast<const QTabBar*>(parent) || qobject_cast<const QAbstractSpinBox*>(parent))
            return true;
    }
    return false;
}

// What scrolls with its page.
bool insidePage(const QWidget* widget)
{
    for (const QWidget* parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (qobject_cast<const PageScroll*>(parent))
            return true;
    }
    return false;
}

void walk(QAccessibleInterface* node, QStringList& faults)
{
    if (!node || node->state().invisible)
        return;
    QWidget* widget = qobject_cast<QWidget*>(node->object());
    if (interactive(node->role()) && !(widget && insideControl(widget) && !isGlyph(widget))) {
        if (node->text(QAccessible::Name).trimmed().isEmpty()) {
            faults.append(
                QStringLiteral("no accessible name: %1 %2")
                    .arg(widget ? QLatin1StringView(widget->metaObject()->className()) : QLatin1StringView("?"),
                        widget ? widget->objectName() : QString()));
        }
        if (widget && widget->objectName().isEmpty() && !isGlyph(widget)) {
            faults.append(
                QStringLiteral("no object name: %1 \"%2\"")
                    .arg(QLatin1StringView(widget->metaObject()->className()), node->text(QAccessible::Name)));
        }
    }
    // Rows and cells of a list are its model's matter.
    if (widget && qobject_cast<QAbstractItemView*>(widget))
        return;
    for (int i = 0; i < node->childCount(); ++i)
        walk(node->child(i), faults);
}

QChar mnemonicOf(QString text)
{
    text.remove(QLatin1StringView("&&"));
    const qsizetype at = text.indexOf(QLatin1Char('&'));
    return at >= 0 && at + 1 < text.size() ? text.at(at + 1).toLower() : QChar();
}

// Of a text that may have marks in it, however it is broken.
QString plainText(const QString& text)
{
    const bool rich = Qt::mightBeRichText(text);
    return (rich ? QTextDocumentFragment::fromHtml(text).toPlainText() : text).simplified();
}

void settle(QWidget* window)
{
    // Word-wrapped labels know their height only once they have a width.
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    window->resize(window->size().expandedTo(window->sizeHint()));
    QCoreApplication::processEvents();
}

} // namespace

void picture(QWidget* window, const QString& name)
{
    const QString folder = qEnvironmentVariable("SALLYPORT_PICTURES");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    window->grab().save(folder + QLatin1Char('/') + name + QLatin1StringView(".png"));
}

QStringList unnamedControls(QWidget* window)
{
    QStringList faults;
    walk(QAccessible::queryAccessibleInterface(window), faults);
    return faults;
}

QStringList mnemonicFaults(QWidget* window)
{
    QStringList faults;
    QHash<QChar, QString> taken;
    const auto take = [&](const QString& text, bool needed) {
        const QChar key = mnemonicOf(text);
        if (key.isNull()) {
            if (needed)
                faults.append(QStringLiteral("no mnemonic: %1").arg(text));
        } else if (taken.contains(key)) {
            faults.append(QStringLiteral("mnemonic %1 twice: %2, %3").arg(QString(key), taken.value(key), text));
        } else {
            taken.insert(key, text);
        }
    };
    for (QLabel* label : window->findChildren<QLabel*>()) {
        // Of a page that may only be looked at, no key does anything.
        if (label->isVisible() && label->isEnabled() && label->buddy())
            take(label->text(), true);
    }
    for (QAbstractButton* button : window->findChildren<QAbstractButton*>()) {
        // Enter and Esc press these two.
        const bool common
            = button->objectName() == QLatin1StringView("ok") || button->objectName() == QLatin1StringView("cancel");
        if (button->isVisible() && button->parentWidget()->isEnabled() && !button->text().isEmpty()
            && !insideControl(button))
            take(button->text(), !common);
    }
    return faults;
}

QStringList tabOrderFaults(QWidget* window)
{
    constexpr int mostStops = 100;
    QStringList faults;
    QList<QWidget*> stops;
    QWidget* start = window->focusWidget();
    for (QWidget* at = start; at && stops.size() < mostStops;) {
        stops.append(at);
        QTest::keyClick(at, Qt::Key_Tab);
        at = window->focusWidget();
        if (at == start)
            break;
    }
    if (stops.size() == mostStops)
        faults.append(QStringLiteral("Tab never comes round from %1").arg(stops.first()->objectName()));
    for (QWidget* widget : window->findChildren<QWidget*>()) {
        // Of the radio buttons of one choice only the chosen one is a stop; the arrow keys go on.
        const auto* radio = qobject_cast<QRadioButton*>(widget);
        const bool reached = stops.contains(widget) || stops.contains(widget->focusProxy());
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) && !reached
            && !insideControl(widget) && !(radio && !radio->isChecked()))
            faults.append(QStringLiteral("Tab misses %1").arg(widget->objectName()));
    }
    const auto place
        = [window](const QWidget* widget) { return QRect(widget->mapTo(window, QPoint()), widget->size()); };
    // The one step back to the top is where the round begins anew.
    QStringList backwards;
    for (qsizetype i = 0; i < stops.size(); ++i) {
        QWidget* from = stops.at(i);
        QWidget* to = stops.at((i + 1) % stops.size());
        const QRect a = place(from);
        const QRect b = place(to);
        const bool sameLine = b.center().y() > a.top() && b.center().y() < a.bottom();
        // The link of a notice over the pages comes after them.
        if (to->objectName() == QLatin1StringView("sheetNotice"))
            continue;
        if (sameLine ? b.left() < a.left() : b.center().y() < a.top())
            backwards.append(from->objectName() + QLatin1StringView(" -> ") + to->objectName());
    }
    if (backwards.size() > 1)
        faults.append(QStringLiteral("Tab goes back: %1").arg(backwards.join(QLatin1StringView(", "))));
    return faults;
}

QStringList cutTexts(QWidget* window)
{
    QStringList faults;
    for (QLabel* label : window->findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const bool cut = label->wordWrap() ? label->heightForWidth(label->width()) > label->height() + 1
                                           : label->sizeHint().width() > label->width() + 1;
        if (cut && !plainText(label->toolTip()).contains(plainText(label->text())))
            faults.append(QStringLiteral("cut: %1").arg(label->text()));
    }
    for (QAbstractButton* button : window->findChildren<QAbstractButton*>()) {
        if (button->isVisible() && !insideControl(button) && button->sizeHint().width() > button->width() + 1)
            faults.append(QStringLiteral("cut: %1").arg(button->text()));
    }
    return faults;
}

QStringList guessingLabels(QWidget* window)
{
    QStringList faults;
    for (const QLabel* label : window->findChildren<QLabel*>()) {
        // Those of Qt's own dialogs and tool tips are not ours to tell.
        if (label->textFormat() == Qt::AutoText && !label->inherits("QTipLabel"))
            faults.append(QStringLiteral("guesses its format: %1 \"%2\"").arg(label->objectName(), label->text()));
    }
    return faults;
}

QStringList offScreen(QWidget* window, const QSize& screen)
{
    QStringList faults;
    constexpr QSize frame(8, 40); // about what a window manager draws around it
    const QSize room = screen - frame;
    window->resize(window->size().boundedTo(room));
    QCoreApplication::processEvents();
    const auto text = [](const QSize& size) { return QStringLiteral("%1×%2").arg(size.width()).arg(size.height()); };
    if (window->width() > room.width() || window->height() > room.height())
        faults.append(QStringLiteral("%1 on a screen of %2").arg(text(window->size()), text(screen)));
    for (const QPushButton* button : window->findChildren<QPushButton*>()) {
        const QRect place(button->mapTo(window, QPoint()), button->size());
        if (button->isVisible() && !insideControl(button) && !insidePage(button) && !window->rect().contains(place))
            faults.append(QStringLiteral("out of sight on a screen of %1: %2").arg(text(screen), button->text()));
    }
    return faults;
}

QStringList inspect(const QString& name, const std::function<QWidget*()>& make)
{
    QStringList faults;
    registerTranslations();
    const QPalette before = QApplication::palette();
    struct Look {
        const char* name;
        bool dark;
        bool german;
        bool large;
    };
    const QFont font = QApplication::font();
    QFont twice = font;
    twice.setPointSizeF(font.pointSizeF() * 2);
    for (const Look& look : {Look{"light", false, false, false}, Look{"dark", true, false, false},
             Look{"german", false, true, false}, Look{"large", false, false, true}}) {
        QTranslator translator;
        // English has its plural forms there.
        if (!translator.load(look.german ? QStringLiteral(":/translations/sallyport_de.qm")
                                         : QStringLiteral(":/translations/sallyport_en.qm")))
            qFatal("a language is missing");
        QCoreApplication::installTranslator(&translator);
        QApplication::setPalette(look.dark ? darkPalette() : lightPalette());
        QApplication::setFont(look.large ? twice : font);
        const std::unique_ptr<QWidget> window(make());
        window->show();
        if (!QTest::qWaitForWindowActive(window.get()))
            faults.append(QStringLiteral("never active"));
        auto* tabs = window->findChild<QTabWidget*>(QStringLiteral("pages"));
        for (int tab = 0; tab < (tabs ? tabs->count() : 1); ++tab) {
            if (tabs)
                tabs->setCurrentIndex(tab);
            settle(window.get());
            const QString where = QStringLiteral("%1-%2-%3").arg(name).arg(tab).arg(QLatin1StringView(look.name));
            for (const QString& fault : unnamedControls(window.get()) + mnemonicFaults(window.get())
                    + cutTexts(window.get()) + guessingLabels(window.get()))
                faults.append(where + QLatin1StringView(": ") + fault);
            picture(window.get(), where);
            for (const QString& fault : tabOrderFaults(window.get()))
                faults.append(where + QLatin1StringView(": ") + fault);
            for (const QString& fault : offScreen(window.get(), look.large ? QSize(1366, 768) : QSize(800, 600)))
                faults.append(where + QLatin1StringView(": ") + fault);
        }
        QCoreApplication::removeTranslator(&translator);
    }
    QApplication::setPalette(before);
    QApplication::setFont(font);
    return faults;
}

QWidget* find(QWidget* window, const char* name)
{
    auto* widget = window->findChild<QWidget*>(QLatin1StringView(name));
    if (!widget)
        qFatal("no widget named %s", name);
    return widget;
}

QString shownProblem(QWidget* window, const char* field)
{
    auto* label = window->findChild<QLabel*>(QLatin1StringView(field) + QLatin1StringView("Problem"));
    return label && !label->isHidden() ? label->text() : QString();
}

void retype(QWidget* window, const char* field, const QString& text)
{
    QWidget* widget = find(window, field);
    if (auto* combo = qobject_cast<QComboBox*>(widget))
        widget = combo->lineEdit();
    widget->setFocus();
    QTest::keySequence(widget, QKeySequence::SelectAll);
    QTest::keyClick(widget, Qt::Key_Delete);
    for (const QChar c : text) {
        if (c == QLatin1Char('\n'))
            QTest::keyClick(widget, Qt::Key_Return);
        else
            QTest::keyClicks(widget, QString(c));
    }
}

void showPage(QWidget* sheet, const char* page)
{
    const QWidget* wanted = find(sheet, page);
    auto* tabs = find<QTabWidget>(sheet, "pages");
    for (int i = 0; i < tabs->count(); ++i) {
        if (tabs->widget(i)->isAncestorOf(wanted))
            tabs->setCurrentIndex(i);
    }
}

void press(QWidget* window, const char* button)
{
    QWidget* widget = find(window, button);
    widget->setFocus();
    QTest::keyClick(widget, Qt::Key_Space);
}

} // namespace sallyport::probe
