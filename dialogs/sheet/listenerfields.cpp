// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/sheet/listenerfields.h"

#include "dialogs/sheet/fields.h"
#include "models/items/texts.h"
#include "models/policy/validate.h"

#include <QCheckBox>

namespace sallyport
{

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
    // Of one that is closed, what can't be read is left as it was.
    const bool open = m_enabled->isChecked();
    if (const QString text = m_address->problem(); !text.isEmpty())
        found += open ? QList<FieldProblem>{{m_address, text}} : QList<FieldProblem>();
    else if (const Fault fault = listenerAddressFault(*m_address->value()); fault != Fault::None)
        found.append({m_address, texts::detail(makeError(fault, {}, {m_address->value()->toString()}))});
    if (const QString text = m_port->problem(); open && !text.isEmpty())
        found.append({m_port, text});
    return found;
}

} // namespace sallyport
