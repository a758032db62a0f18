// SPDX-License-Identifier: GPL-3.0-or-later
// The sheets that belong to the window as a whole.
#include "app/console/window/mainwindow.h"

#include "app/console/console.h"

#include <QMessageBox>

namespace sallyport {

void MainWindow::removeServer()
{
    // Nothing on the server changes; it can be added again with a code.
    if (server())
        m_console.removeServer(server()->key());
}

void MainWindow::about()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Sallyport"),
        tr("<b>Sallyport %1</b><br>Which programs may leave the network, and who is connected now.<br>Licence: GPL-3.0-or-later.")
            .arg(QStringLiteral(SALLYPORT_VERSION)),
        QMessageBox::Close, this);
    box->setObjectName(QStringLiteral("aboutBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace sallyport
