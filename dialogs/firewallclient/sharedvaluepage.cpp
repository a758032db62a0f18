// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/sharedvaluepage.h"

#include "dialogs/firewallclient/valueeditor.h"
#include "dialogs/style/labels.h"
#include "models/base/visibletext.h"
#include "models/items/applicationtexts.h"

#include <QLabel>

namespace sallyport
{

SharedValuePage::SharedValuePage()
    : ValuePage<SharedValue>(QLatin1StringView("sharedValue"), tr("Value"))
    , m_value(new ValueEditor)
{
    m_applications = addNote({});
    m_applications->setObjectName(QStringLiteral("applications"));
    addField(tr("&Value:"), m_value, QLatin1StringView("value"));
    m_meaning = addNote({});
    m_meaning->setObjectName(QStringLiteral("meaning"));
    endWithStretch();
}

void SharedValuePage::load(const SharedValue& shared)
{
    constexpr qsizetype most = 8;
    QStringList names;
    for (const QString& name : shared.applications.first(std::min(most, shared.applications.size())))
        names.append(visibleText(name));
    if (const qsizetype more = shared.applications.size() - names.size(); more > 0)
        names.append(tr("%n more", nullptr, static_cast<int>(more)));
    showWords(*m_applications,
        tr("%1 of %2").arg(QString(applicationKeySpec(shared.key).name), names.join(QLatin1StringView(", "))));
    m_meaning->setText(texts::keyMeaning(shared.key));
    quietly([&] {
        m_value->setKey(shared.key);
        if (shared.value)
            m_value->setText(*shared.value);
        else
            m_value->setSeveral();
    });
}

void SharedValuePage::save(SharedValue& shared) const
{
    if (m_value->isSeveral())
        shared.value.reset();
    else if (m_value->problem().isEmpty())
        shared.value = m_value->text();
}

QList<FieldProblem> SharedValuePage::problems() const
{
    const QString text = m_value->problem();
    return text.isEmpty() ? QList<FieldProblem>() : QList<FieldProblem>{{m_value, text}};
}

} // namespace sallyport
