// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/servers/enrolment.h"
#include "dialogs/sheet/wizard.h"

namespace sallyport
{

// Add Server: address, then the service's fingerprint to compare, then the one-time code that enrols this console.
class AddServerWizard final : public Wizard<NewServer>
{
    Q_OBJECT

public:
    // `enrolment` must outlive the wizard. `initial` fills the first step (port 0: left empty); `consoleName` is what
    // the service will list this console as.
    AddServerWizard(
        Enrolment& enrolment, const NewServer& initial, const QString& consoleName, QWidget* parent = nullptr);

    void reject() override;

private:
    Enrolment& m_enrolment;
};

} // namespace sallyport
