// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/aboutdialog.h"

#include "dialogs/style/icons.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

namespace sallyport
{

AboutDialog::AboutDialog(const QStringList& services, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutBox"));
    setWindowTitle(tr("About Sallyport"));
    QStringList lines{tr("Sallyport %1").arg(QStringLiteral(SALLYPORT_VERSION))};
    lines += services;
    lines.append(tr("Qt %1, %2").arg(QLatin1StringView(qVersion()), QSysInfo::prettyProductName()));
    m_versions = lines.join(u'\n');

    auto* picture = plainLabel({}, this);
    picture->setPixmap(programIcon().pixmap(3 * metrics::iconSize));
    auto* what = richLabel(tr("<b>Sallyport</b><br>Which programs may leave the network, and who is connected now."));
    what->setWordWrap(true);
    auto* versions = plainLabel(m_versions, this);
    versions->setObjectName(QStringLiteral("versions"));
    versions->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    versions->setAccessibleName(m_versions);
    auto* licence = richLabel(tr("Licence: <a href=\"https://www.gnu.org/licenses/gpl-3.0.html\">GNU General Public "
                                 "License, version 3 or later</a>"),
        this);
    licence->setObjectName(QStringLiteral("licence"));
    licence->setOpenExternalLinks(true);
    licence->setAccessibleName(tr("Licence: GNU General Public License, version 3 or later"));
    auto* buttons = new QDialogButtonBox(this);
    auto* copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyVersions"));
    auto* close = buttons->addButton(tr("C&lose"), QDialogButtonBox::RejectRole);
    close->setObjectName(QStringLiteral("close"));
    close->setDefault(true);
    close->setFocus();
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_versions); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* text = new QVBoxLayout;
    text->setSpacing(metrics::small);
    text->addWidget(what);
    text->addWidget(versions);
    text->addWidget(licence);
    auto* top = new QHBoxLayout;
    top->setSpacing(metrics::section);
    top->addWidget(picture, 0, Qt::AlignTop);
    top->addLayout(text, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::section, metrics::section, metrics::section, metrics::wide);
    layout->addLayout(top);
    layout->addWidget(buttons);
}

} // namespace sallyport
