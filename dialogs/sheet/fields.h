// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ipaddress.h"

#include <QLineEdit>

#include <optional>

namespace sallyport
{

// A whole number from first to last. Unlike a spin box it lets anything be typed and says what is wrong with it; Up and
// Down count. Neither turned by the wheel nor silently corrected.
class NumberField final : public QLineEdit
{
    Q_OBJECT

public:
    NumberField(int first, int last, QWidget* parent = nullptr);

    std::optional<int> value() const;
    // `fallback` while the text is no number of the range.
    int valueOr(int fallback) const { return value().value_or(fallback); }
    void setValue(int value);
    QString problem() const; // translated, empty when fine
    QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    int m_first;
    int m_last;
};

// One IPv4 or IPv6 address.
class AddressField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit AddressField(QWidget* parent = nullptr);

    std::optional<IpAddress> value() const;
    void setValue(const IpAddress& address);
    QString problem() const;
};

// Free of control characters and line breaks, which no single line of a policy may hold.
bool isOneLine(const QString& text);

// Lists of addresses, separated by commas, spaces or lines.
struct AddressList {
    QList<IpAddress> addresses;
    QString wrong; // the first piece that is no address
};
AddressList parseAddresses(const QString& text);
QString addressesText(const QList<IpAddress>& addresses);

} // namespace sallyport
