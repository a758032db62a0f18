// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/servers/addserverwizard.h"

#include "dialogs/servers/addserverpages.h"

namespace sallyport
{

AddServerWizard::AddServerWizard(
    Enrolment& enrolment, const NewServer& initial, const QString& consoleName, QWidget* parent)
    : Wizard<NewServer>(tr("Add Server"), tr("&Enrol"), parent)
    , m_enrolment(enrolment)
{
    setObjectName(QStringLiteral("addServerWizard"));
    addPage(new ServerAddressPage(enrolment));
    addPage(new ServerFingerprintPage);
    addPage(new ServerCodePage(enrolment, consoleName));
    begin(initial);
}

void AddServerWizard::reject()
{
    m_enrolment.cancel();
    Wizard<NewServer>::reject();
}

} // namespace sallyport
