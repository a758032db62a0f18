// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/errandline.h"

#include "app/console/link/errand.h"
#include "app/console/panes/elidedlabel.h"
#include "app/console/window/linklabel.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>

namespace sallyport
{

namespace
{
constexpr int quietFor = 500; // milliseconds; what is done by then needs no words
}

ErrandLine::ErrandLine(QWidget* parent)
    : QWidget(parent)
    , m_text(new ElidedLabel(this))
    , m_cancel(linkLabel(QStringLiteral("cancelErrand"), this))
{
    setObjectName(QStringLiteral("errandLine"));
    m_text->setObjectName(QStringLiteral("errand"));
    showLink(*m_cancel, tr("Cancel"));
    m_cancel->setToolTip(plainTip(tr("Do not wait any longer; what was not sent yet is not sent")));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, metrics::small, 0);
    layout->setSpacing(metrics::tiny);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_cancel);
    connect(m_cancel, &QLabel::linkActivated, this, [this] {
        if (!m_errands.isEmpty())
            m_errands.constFirst()->giveUp();
    });
    load();
}

void ErrandLine::add(Errand* errand)
{
    auto* timer = new QTimer(this);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, [this, errand] {
        m_errands.append(errand);
        load();
    });
    connect(errand, &Errand::over, this, [this, errand, timer] {
        delete timer;
        m_errands.removeOne(errand);
        load();
    });
    timer->start(quietFor);
}

void ErrandLine::load()
{
    const bool was = !isHidden();
    setVisible(!m_errands.isEmpty());
    if (m_errands.isEmpty())
        return;
    const QString words = m_errands.constFirst()->words();
    const auto others = static_cast<int>(m_errands.size()) - 1;
    //: %1 is what is being done: "Restarting Firewall…"
    const QString text = others > 0 ? tr("%1 and %n more", nullptr, others).arg(words) : words;
    m_text->setText(text);
    m_text->setAccessibleName(text);
    m_text->setToolTip(plainTip(text));
    m_cancel->setAccessibleDescription(words);
    if (was)
        return;
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace sallyport
