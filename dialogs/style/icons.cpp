// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/style/icons.h"

#include "dialogs/style/metrics.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QIconEngine>
#include <QLabel>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

// Resources of a static library are not registered by themselves; the macro must stand outside any namespace.
static void registerIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace sallyport
{

namespace
{

const QString folder = QStringLiteral(":/icons/");

QString iconFile(QLatin1StringView name)
{
    static const bool registered = (registerIcons(), true);
    Q_UNUSED(registered)
    return folder + name + QLatin1StringView(".svg");
}

class TintedIcon final : public QIconEngine
{
public:
    TintedIcon(const QString& file, Tone tone)
        : m_file(file)
        , m_tone(tone)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        QPixmap drawn = pixmap(rect.size() * scale, mode, state);
        drawn.setDevicePixelRatio(scale);
        painter->drawPixmap(rect, drawn);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        const QColor colour = colourFor(mode);
        const QString key
            = QStringLiteral("%1 %2x%3 %4").arg(m_file).arg(size.width()).arg(size.height()).arg(colour.rgba());
        QPixmap result;
        if (QPixmapCache::find(key, &result))
            return result;
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        QSvgRenderer(m_file).render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), colour);
        painter.end();
        result = QPixmap::fromImage(image);
        QPixmapCache::insert(key, result);
        return result;
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return pixmap(size, mode, state);
    }
    QIconEngine* clone() const override { return new TintedIcon(*this); }
    QString key() const override { return QStringLiteral("sallyport-tinted"); }
    bool isNull() override { return false; }

private:
    QColor colourFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        return toneColor(m_tone, palette);
    }

    QString m_file;
    Tone m_tone;
};

} // namespace

QIcon icon(QLatin1StringView name, Tone tone)
{
    const QString file = iconFile(name);
    return QFile::exists(file) ? QIcon(new TintedIcon(file, tone)) : QIcon();
}

QIcon toneIcon(Tone tone)
{
    switch (tone) {
    case Tone::Refused:
        return icon(QLatin1StringView("state-refused"), tone);
    case Tone::Attention:
        return icon(QLatin1StringView("state-attention"), tone);
    case Tone::Confirmed:
        return icon(QLatin1StringView("state-confirmed"), tone);
    case Tone::Text:
    case Tone::Quiet:
    case Tone::Accent:
        break;
    }
    return icon(QLatin1StringView("state-idle"), tone);
}

QIcon programIcon()
{
    return QIcon(iconFile(QLatin1StringView("app")));
}

namespace
{

constexpr char shownTone[] = "shownTone"; // dynamic property of a label

void drawShownTone(QLabel& label)
{
    const auto tone = static_cast<Tone>(label.property(shownTone).toInt());
    label.setPixmap(toneIcon(tone).pixmap({metrics::iconSize, metrics::iconSize}, label.devicePixelRatioF()));
}

} // namespace

void showTone(QLabel& label, Tone tone)
{
    label.setProperty(shownTone, static_cast<int>(tone));
    drawShownTone(label);
}

void renewShownTones()
{
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget* widget : widgets) {
        auto* label = qobject_cast<QLabel*>(widget);
        if (label && label->property(shownTone).isValid())
            drawShownTone(*label);
    }
}

QStringList iconNames()
{
    QStringList names;
    for (const QString& file :
        QDir(QFileInfo(iconFile(QLatin1StringView("app"))).path()).entryList(QDir::Files, QDir::Name))
        names.append(file.chopped(4));
    return names;
}

} // namespace sallyport
