// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/sheet/fields.h"

#include <QKeyEvent>
#include <QRegularExpression>
#include <QStringList>

namespace sallyport
{

NumberField::NumberField(int first, int last, QWidget* parent)
    : QLineEdit(parent)
    , m_first(first)
    , m_last(last)
{
    setAlignment(Qt::AlignRight);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setMaxLength(20);
}

std::optional<int> NumberField::value() const
{
    const QString digits = text().trimmed();
    static const QRegularExpression number(QStringLiteral("^[0-9]{1,9}$"));
    if (!number.match(digits).hasMatch())
        return std::nullopt;
    const int value = digits.toInt();
    return value >= m_first && value <= m_last ? std::optional(value) : std::nullopt;
}

void NumberField::setValue(int value)
{
    setText(QString::number(value));
}

QString NumberField::problem() const
{
    return value() ? QString() : tr("Enter a whole number from %1 to %2.").arg(m_first).arg(m_last);
}

QSize NumberField::sizeHint() const
{
    const QSize whole = QLineEdit::sizeHint();
    const int digits = qMax(5, int(QString::number(m_last).size()));
    return {fontMetrics().horizontalAdvance(QString(digits + 3, QLatin1Char('0'))), whole.height()};
}

void NumberField::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Up ? 1 : event->key() == Qt::Key_Down ? -1 : 0;
    if (step == 0 || isReadOnly()) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    setValue(qBound(m_first, valueOr(m_first - step) + step, m_last));
    selectAll();
}

AddressField::AddressField(QWidget* parent)
    : QLineEdit(parent)
{
}

std::optional<IpAddress> AddressField::value() const
{
    return IpAddress::parse(QStringView(text()).trimmed());
}

void AddressField::setValue(const IpAddress& address)
{
    setText(address.toString());
}

QString AddressField::problem() const
{
    if (value())
        return {};
    return tr("Enter an IP address, for example 192.168.0.1 or fd00::1.");
}

bool isOneLine(const QString& text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
    });
}

AddressList parseAddresses(const QString& text)
{
    static const QRegularExpression separators(QStringLiteral("[,;\\s]+"));
    AddressList result;
    const QStringList pieces = text.split(separators, Qt::SkipEmptyParts);
    for (const QString& piece : pieces) {
        if (const auto address = IpAddress::parse(piece)) {
            if (!result.addresses.contains(*address))
                result.addresses.append(*address);
        } else if (result.wrong.isEmpty()) {
            result.wrong = piece;
        }
    }
    return result;
}

QString addressesText(const QList<IpAddress>& addresses)
{
    QStringList texts;
    for (const IpAddress& address : addresses)
        texts.append(address.toString());
    return texts.join(QLatin1StringView(", "));
}

} // namespace sallyport
