// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/draftsheet.h"

#include "dialogs/filters/socksfiltersheet.h"
#include "dialogs/server/serversheet.h"

#include <QCoreApplication>
#include <QDialog>

namespace sallyport
{

QString mayNotChange(const Server& server)
{
    if (const QString role = server.whyNotEdit(); !role.isEmpty())
        return role;
    if (server.mayEdit())
        return {};
    return server.isOnline()
        ? QCoreApplication::translate(
            "sallyport::Pane", "The policy in force is not known here, so it can't be changed.")
        : QCoreApplication::translate("sallyport::Pane", "Not connected to %1.").arg(server.displayName());
}

QString withObstacle(const QString& sentence, const Server& server)
{
    const QString why = server.whyNotEdit();
    return why.isEmpty() ? sentence
                         : QCoreApplication::translate("sallyport::Pane", "%1 %2", "sentence, why it can't be changed")
                               .arg(sentence, why);
}

void openOf(const Server& server, QDialog* sheet)
{
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setWindowTitle(QCoreApplication::translate("sallyport::MainWindow", "%1 – %2")
                              .arg(sheet->windowTitle(), server.displayName()));
    sheet->open();
}

void openServerProperties(Server& server, QWidget* parent, const std::function<void(const QString&)>& report)
{
    openOnDraft<ServerSettings>(
        new ServerSheet(server.draft().policy().filters.socks, parent), server,
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
