// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/style/theme.h"

#include "dialogs/style/icons.h"
#include "dialogs/style/liststyle.h"
#include "dialogs/style/metrics.h"
#include "dialogs/style/outline.h"
#include "dialogs/style/screenfit.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QToolTip>
#include <QVariant>

#include <cmath>

namespace sallyport
{

namespace
{

struct Colours {
    QRgb window, base, alternate, button, text, quiet, disabled, link, selection, onSelection, restingSelection, border,
        toolTip;
};

QPalette paletteFrom(const Colours& c)
{
    QPalette palette{QColor(c.button), QColor(c.window)};
    const auto set = [&palette](QPalette::ColorRole role, QRgb colour) { palette.setColor(role, QColor(colour)); };
    set(QPalette::WindowText, c.text);
    set(QPalette::Text, c.text);
    set(QPalette::ButtonText, c.text);
    set(QPalette::BrightText, c.onSelection);
    set(QPalette::Base, c.base);
    set(QPalette::AlternateBase, c.alternate);
    set(QPalette::ToolTipBase, c.toolTip);
    set(QPalette::ToolTipText, c.text);
    set(QPalette::PlaceholderText, c.quiet);
    set(QPalette::Highlight, c.selection);
    set(QPalette::HighlightedText, c.onSelection);
    set(QPalette::Link, c.link);
    set(QPalette::LinkVisited, c.link);
    set(QPalette::Mid, c.border);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, QColor(c.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Base, QColor(c.window));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(c.restingSelection));
    // A selection in a window that is not active stays legible without competing with the active one.
    palette.setColor(QPalette::Inactive, QPalette::Highlight, QColor(c.restingSelection));
    palette.setColor(QPalette::Inactive, QPalette::HighlightedText, QColor(c.text));
    return palette;
}

} // namespace

QPalette lightPalette()
{
    return paletteFrom({0xfff4f5f7, 0xffffffff, 0xfff8f9fb, 0xffeceef1, 0xff1d2126, 0xff555e6a, 0xff9aa3ad, 0xff1f5fbf,
        0xff1f5fbf, 0xffffffff, 0xffdbe1e8, 0xffc9cfd6, 0xffffffff});
}

// The accent that text is written in is too light to fill rows with: they would glare.
QPalette darkPalette()
{
    return paletteFrom({0xff202327, 0xff191b1f, 0xff1e2125, 0xff2d3137, 0xffe4e7eb, 0xff9aa5b1, 0xff69727d, 0xff6aa5f5,
        0xff3264aa, 0xffffffff, 0xff343a42, 0xff434a53, 0xff2d3137});
}

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

QColor toneColor(Tone tone, const QPalette& palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Text:
        break;
    case Tone::Quiet:
        return palette.color(QPalette::PlaceholderText);
    case Tone::Accent:
        return palette.color(QPalette::Link);
    case Tone::Refused:
        return QColor(dark ? 0xfff28b82 : 0xffb3261e);
    case Tone::Attention:
        return QColor(dark ? 0xfff0b95c : 0xff8a5300);
    case Tone::Confirmed:
        return QColor(dark ? 0xff7ccf8f : 0xff1b6e35);
    }
    return palette.color(QPalette::WindowText);
}

QColor toneFill(Tone tone, const QPalette& palette)
{
    QColor colour = toneColor(tone, palette);
    colour.setAlpha(isDark(palette) ? 44 : 28);
    return colour;
}

QColor toneBorder(Tone tone, const QPalette& palette)
{
    return toneColor(tone, palette);
}

double contrast(const QColor& a, const QColor& b)
{
    const auto part = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    const auto luminance = [&part](const QColor& c) {
        return 0.2126 * part(c.redF()) + 0.7152 * part(c.greenF()) + 0.0722 * part(c.blueF());
    };
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return one > other ? one / other : other / one;
}

QColor fadedText(const QColor& text, const QColor& ground, double gone)
{
    constexpr double legible = 4.5;
    const auto mixed = [&](double share) {
        const auto between = [share](int from, int to) { return static_cast<int>(from + (to - from) * share); };
        return QColor(between(text.red(), ground.red()), between(text.green(), ground.green()),
            between(text.blue(), ground.blue()));
    };
    for (double share = qBound(0.0, gone, 1.0); share > 0; share -= 0.05) {
        if (const QColor colour = mixed(share); contrast(colour, ground) >= legible)
            return colour;
    }
    return text;
}

namespace
{

constexpr char fillRole[] = "toneFillRole"; // dynamic properties of a widget that setToneFill() was told of

void renewFill(QWidget& widget)
{
    // Nothing but this role is the widget's own.
    QPalette own;
    if (const std::optional<Tone> tone = toneOf(widget)) {
        own.setColor(static_cast<QPalette::ColorRole>(widget.property(fillRole).toInt()),
            toneFill(*tone, QApplication::palette()));
    }
    widget.setPalette(own);
}

// Rich text keeps the colour that links had when it was set.
void renewLinks()
{
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget* widget : widgets) {
        auto* label = qobject_cast<QLabel*>(widget);
        if (!label || !label->text().contains(QLatin1StringView("<a ")))
            continue;
        const QString text = label->text();
        label->clear();
        label->setText(text);
    }
}

void renewFills()
{
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget* widget : widgets) {
        if (toneOf(*widget))
            renewFill(*widget);
    }
}

constexpr int lowScreen = 32; // lines

// Lists ask for some rows; where the screen has not so many lines, they would lie on their neighbours. A page that
// scrolls has room for them.
void lowerLists(const QDialog& dialog)
{
    constexpr int leastRows = 2;
    for (auto* list : dialog.findChildren<QAbstractItemView*>()) {
        const QWidget* parent = list->parentWidget();
        while (parent != &dialog && !qobject_cast<const QScrollArea*>(parent))
            parent = parent->parentWidget();
        if (parent == &dialog)
            list->setMinimumHeight(qMin(list->minimumHeight(), leastRows * metrics::rowHeight));
    }
}

} // namespace

void setToneFill(QWidget& widget, QPalette::ColorRole role, std::optional<Tone> tone)
{
    if (toneOf(widget) == tone)
        return;
    widget.setProperty(fillRole, static_cast<int>(role));
    keepTone(widget, tone);
    renewFill(widget);
    widget.update();
}

Theme::Theme(QApplication& application, QObject* parent)
    : QObject(parent)
    , m_application(application)
{
    QApplication::setStyle(new ListStyle); // the application owns it
    application.installEventFilter(this);
    apply();
}

void Theme::setAppearance(Appearance appearance)
{
    m_appearance = appearance;
    apply();
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    // Sent to windows and to the application when the desktop's theme changes; ours resolves every role, so the change
    // would not show without asking again.
    if (event->type() == QEvent::ThemeChange && m_appearance == Appearance::System && !m_applying)
        apply();
    // Before it is on the screen: sheets ask for room by the font, which a small screen does not have.
    if (auto* dialog = event->type() == QEvent::Show ? qobject_cast<QDialog*>(watched) : nullptr) {
        const QSize room = dialog->screen()->availableSize();
        if (room.height() < lowScreen * dialog->fontMetrics().lineSpacing())
            lowerLists(*dialog);
        if (dialog->minimumWidth() > room.width() || dialog->minimumHeight() > room.height())
            dialog->setMinimumSize(dialog->minimumSize().boundedTo(room));
        fitToScreen(*dialog);
    }
    return QObject::eventFilter(watched, event);
}

void Theme::apply()
{
    m_applying = true;
    bool dark = m_appearance == Appearance::Dark;
    if (m_appearance == Appearance::System) {
        QApplication::setPalette(QPalette()); // lets the platform's own palette through
        dark = isDark(QApplication::palette());
    }
    QApplication::setPalette(dark ? darkPalette() : lightPalette());
    QToolTip::setPalette(QApplication::palette());
    renewFills();
    renewShownTones();
    renewLinks();
    m_dark = dark;
    m_applying = false;
    emit changed();
}

} // namespace sallyport
