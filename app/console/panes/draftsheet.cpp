// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/draftsheet.h"

#include "app/console/panes/pane.h"
#include "dialogs/filters/socksfiltersheet.h"
#include "dialogs/server/serversheet.h"
#include "dialogs/texts/errortexts.h"

#include <QCoreApplication>

namespace sallyport
{

QString mayNotChange(const Server& server)
{
    if (server.mayEdit())
        return {};
    if (server.isOnline() && server.role() != Role::Administrator)
        return Pane::tr("Your role on this server, %1, may look, not change. Have an administrator enrol this console "
                        "anew in the role Administrator.")
            .arg(texts::role(server.role()));
    return Pane::tr("The policy in force is not known here, so it can't be changed.");
}

void openServerProperties(Server& server, QWidget* parent, const std::function<void(const QString&)>& report)
{
    openOnDraft<ServerSettings>(
        new ServerSheet(parent), server,
        QCoreApplication::translate("sallyport::MainWindow", "Change server properties"), &ServerSettings::of,
        [](Policy& policy, const ServerSettings& settings) { settings.putInto(policy); },
        [report] {
            report(QCoreApplication::translate("sallyport::MainWindow", "Server properties are in the draft."));
        });
}

void openSocksFilter(Server& server, QWidget* parent, const std::function<void(const QString&)>& report)
{
    const QString text = QCoreApplication::translate("sallyport::PolicyPane", "Change the SOCKS V4 filter");
    openOnDraft<ApplicationFilters>(
        new SocksFilterSheet(server.draft().policy().listeners, parent), server, text,
        [](const Policy& policy) { return policy.filters; },
        [](Policy& policy, const ApplicationFilters& filters) { policy.filters = filters; },
        [report] {
            report(QCoreApplication::translate("sallyport::PolicyPane", "The SOCKS V4 filter is in the draft."));
        });
}

} // namespace sallyport
