// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPalette>

#include <optional>

class QApplication;
class QWidget;

namespace sallyport
{

enum class Appearance { System, Light, Dark };

// What a colour says. Never used alone: a shape or a word stands beside it.
enum class Tone { Text, Quiet, Accent, Refused, Attention, Confirmed };

QPalette lightPalette();
QPalette darkPalette();
// By the lightness of the window colour.
bool isDark(const QPalette& palette);
// Readable on the palette's Base and Window (contrast at least 4.5:1).
QColor toneColor(Tone tone, const QPalette& palette);
// A faint fill of a tone, for rows and bars; text keeps its colour on it.
QColor toneFill(Tone tone, const QPalette& palette);
// A line around what has the tone; at least 3:1 on Base and Window and on the tone's own fill.
QColor toneBorder(Tone tone, const QPalette& palette);
// Between `text` and `ground`, the further the nearer `gone` comes to 1; never less legible than 4.5:1, unless `text`
// was.
QColor fadedText(const QColor& text, const QColor& ground, double gone);
// WCAG 2.1, 1 to 21; of opaque colours.
double contrast(const QColor& a, const QColor& b);

// Gives the widget's role (Base or Window) the fill of a tone, or takes it back. Everything else of its palette, and
// the fill too, goes on following the theme: a widget that keeps a whole palette keeps yesterday's. A line edit gets
// the tone's border as well.
void setToneFill(QWidget& widget, QPalette::ColorRole role, std::optional<Tone> tone);

// Puts the Fusion style and our palettes on the application, and follows the system's lightness while it is told to.
// One per program, made right after QApplication; GUI thread.
class Theme final : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QApplication& application, QObject* parent = nullptr);

    Appearance appearance() const { return m_appearance; }
    void setAppearance(Appearance appearance);
    bool dark() const { return m_dark; }

signals:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();

    QApplication& m_application;
    Appearance m_appearance = Appearance::System;
    bool m_dark = false;
    bool m_applying = false;
};

} // namespace sallyport
