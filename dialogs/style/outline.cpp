// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/style/outline.h"

#include <QHash>
#include <QVariant>
#include <QWidget>

namespace sallyport
{

namespace
{

constexpr char toneProperty[] = "tone";

// What Fusion darkens to get the colour asked for: it takes 100/140 of the window's value for outlines.
QColor undarkened(const QColor& colour)
{
    return colour.lighter(140);
}

} // namespace

std::optional<Tone> toneOf(const QWidget& widget)
{
    const QVariant tone = widget.property(toneProperty);
    return tone.isValid() ? std::optional(static_cast<Tone>(tone.toInt())) : std::nullopt;
}

void keepTone(QWidget& widget, std::optional<Tone> tone)
{
    widget.setProperty(toneProperty, tone ? QVariant(static_cast<int>(*tone)) : QVariant());
}

QColor outlineColor(const QPalette& palette)
{
    // Not by the window colour: that of a palette for outlines is another.
    const bool dark = palette.color(QPalette::Active, QPalette::Text).lightness() > 128;
    return QColor(dark ? 0xff858e99 : 0xff717a85);
}

QPalette outlined(const QPalette& palette, std::optional<Tone> tone)
{
    // Fusion caches what it draws by the palette's key; a new one for each line would fill that cache.
    static QHash<QPair<qint64, int>, QPalette> made;
    constexpr qsizetype most = 64;
    const QPair<qint64, int> key(palette.cacheKey(), tone ? static_cast<int>(*tone) : -1);
    if (const auto known = made.constFind(key); known != made.constEnd())
        return *known;
    if (made.size() >= most)
        made.clear();
    QPalette result = palette;
    result.setColor(QPalette::Window, undarkened(tone ? toneBorder(*tone, palette) : outlineColor(palette)));
    for (const auto group : {QPalette::Active, QPalette::Inactive})
        result.setColor(group, QPalette::Highlight, palette.color(QPalette::Active, QPalette::Link));
    made.insert(key, result);
    return result;
}

} // namespace sallyport
