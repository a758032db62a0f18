// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPalette>

class QApplication;

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
