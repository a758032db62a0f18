// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/sheet/page.h"
#include "models/policy/policy.h"

class QCheckBox;

namespace sallyport
{

class AddressField;
class NumberField;

// The three fields of a listener: on or off, address, port. The page places them; they belong to it once placed.
class ListenerFields final
{
public:
    explicit ListenerFields(const QString& enabledText);

    QCheckBox* enabled() const { return m_enabled; }
    AddressField* address() const { return m_address; }
    NumberField* port() const { return m_port; }

    void load(const Listener& listener);
    void save(Listener& listener) const;
    QList<FieldProblem> problems() const;

private:
    QCheckBox* m_enabled;
    AddressField* m_address;
    NumberField* m_port;
};

} // namespace sallyport
