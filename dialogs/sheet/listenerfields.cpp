// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/sheet/listenerfields.h"

#include "dialogs/sheet/fields.h"

#include <QCheckBox>
#include <QCoreApplication>

namespace sallyport
{

namespace
{

struct ListenerTexts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ListenerFields)
};

bool isEverywhere(const IpAddress& address)
{
    return address.isNull() || (address.isV4() && address.v4() == 0);
}

bool isGroup(const IpAddress& address)
{
    return address.isV4() ? address.v4() >= 0xe0000000 : address.bytes()[0] == 0xff;
}

} // namespace

ListenerFields::ListenerFields(const QString& enabledText)
    : m_enabled(new QCheckBox(enabledText))
    , m_address(new AddressField)
    , m_port(new NumberField(1, 65535))
{
    // Closed listeners keep their place for the day they are opened again, but it can't be edited meanwhile.
    QObject::connect(m_enabled, &QCheckBox::toggled, m_address, &QWidget::setEnabled);
    QObject::connect(m_enabled, &QCheckBox::toggled, m_port, &QWidget::setEnabled);
}

void ListenerFields::load(const Listener& listener)
{
    m_enabled->setChecked(listener.enabled);
    m_address->setEnabled(listener.enabled);
    m_port->setEnabled(listener.enabled);
    m_address->setValue(listener.address);
    m_port->setValue(listener.port);
}

void ListenerFields::save(Listener& listener) const
{
    listener.enabled = m_enabled->isChecked();
    listener.address = m_address->value().value_or(listener.address);
    listener.port = m_port->valueOr(listener.port);
}

QList<FieldProblem> ListenerFields::problems() const
{
    QList<FieldProblem> found;
    if (const QString text = m_address->problem(); !text.isEmpty())
        found.append({m_address, text});
    else if (isGroup(*m_address->value()))
        found.append({m_address,
            ListenerTexts::tr("This is a group address. Enter one of the server's own, or 0.0.0.0 for all of them.")});
    if (const QString text = m_port->problem(); !text.isEmpty())
        found.append({m_port, text});
    return found;
}

bool listenersClash(const Listener& a, const Listener& b)
{
    const bool samePlace = a.address == b.address || isEverywhere(a.address) || isEverywhere(b.address);
    return a.enabled && b.enabled && a.port == b.port && samePlace;
}

} // namespace sallyport
