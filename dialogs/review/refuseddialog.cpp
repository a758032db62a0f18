// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/review/refuseddialog.h"

#include "dialogs/review/refusedlist.h"
#include "dialogs/sheet/pagescroll.h"
#include "dialogs/sheet/sections.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport
{

RefusedDialog::RefusedDialog(const QList<RefusedConnection>& refused, TimePoint now, QWidget* parent)
    : QDialog(parent)
    , m_refused(new RefusedList)
    , m_disconnect(new QPushButton)
{
    setObjectName(QStringLiteral("refusedDialog"));
    setWindowTitle(tr("Refused Connections"));
    setMinimumWidth(metrics::sheetWidth + 200);
    QVBoxLayout* layout = dialogLayout(this);
    layout->addWidget(sectionHeading(tr("%Ln live connection(s) would be refused now", nullptr, int(refused.size()))));
    auto* note = plainLabel(tr("What was allowed when it began lives on until it ends, or until you end it."));
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(note);
    m_refused->setObjectName(QStringLiteral("refused"));
    m_refused->setAccessibleName(tr("Connections to disconnect"));
    layout->addWidget(m_refused, 1);
    m_disconnect->setObjectName(QStringLiteral("disconnect"));
    m_disconnect->setIcon(icon(QLatin1StringView("disconnect")));
    addButtons(layout, this, m_disconnect, tr("&Leave Connected"));
    connect(m_refused, &RefusedList::tickedChanged, this, &RefusedDialog::showTicked);
    m_refused->setRefused(refused, now);
    fitOnScreen(this);
    m_refused->setFocus();
}

void RefusedDialog::showTicked()
{
    const int count = int(m_refused->ticked().size());
    m_disconnect->setText(tr("&Disconnect %n Connection(s)", nullptr, count));
    m_disconnect->setEnabled(count > 0);
}

void RefusedDialog::accept()
{
    const QList<ConnectionId> ids = m_refused->ticked();
    if (ids.isEmpty())
        return;
    if (m_handler)
        m_handler(ids);
    QDialog::accept();
}

} // namespace sallyport
