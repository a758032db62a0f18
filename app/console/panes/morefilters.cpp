// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/morefilters.h"

#include "app/console/panes/filterbutton.h"
#include "dialogs/style/metrics.h"

#include <QMenu>

#include <utility>

namespace sallyport
{

namespace
{

int widthOf(const QToolButton& button)
{
    return button.minimumSizeHint().width() + metrics::tiny;
}

} // namespace

MoreFilters::MoreFilters(QWidget* parent)
    : QToolButton(parent)
{
    setObjectName(QStringLiteral("moreFilters"));
    setPopupMode(QToolButton::InstantPopup);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setMenu(new QMenu(this));
    hide();
    connect(menu(), &QMenu::aboutToShow, this, &MoreFilters::fill);
}

void MoreFilters::share(const QList<QToolButton*>& buttons, int width)
{
    m_buttons.clear();
    int wanted = -metrics::tiny;
    const QToolButton* inForce = nullptr;
    for (QToolButton* button : buttons) {
        m_buttons.append(button);
        wanted += widthOf(*button);
        if (button->isChecked())
            inForce = button;
    }
    int room = width;
    const bool fits = wanted <= width;
    if (!fits) {
        setText(tr("%n more", nullptr, static_cast<int>(buttons.size()))); // as wide as it gets
        room -= sizeHint().width() + (inForce ? widthOf(*inForce) : 0);
    }
    int left = 0;
    for (QToolButton* button : buttons) {
        if (!fits && button != inForce)
            room -= widthOf(*button);
        const bool seen = fits || button == inForce || room >= 0;
        button->setVisible(seen);
        left += seen ? 0 : 1;
    }
    setText(tr("%n more", nullptr, left));
    setAccessibleName(tr("%n more saved filter(s)", nullptr, left));
    setToolTip(accessibleName());
    setVisible(left > 0);
}

void MoreFilters::fill()
{
    menu()->clear();
    const QString ampersand(u'&');
    const QString escaped = QStringLiteral("&&");
    const int most = fontMetrics().averageCharWidth() * FilterButton::mostCharacters * 2;
    for (const QPointer<QToolButton>& button : std::as_const(m_buttons)) {
        if (!button || !button->isHidden())
            continue;
        QString name = button->text().replace(escaped, ampersand);
        name = fontMetrics().elidedText(name, Qt::ElideRight, most).replace(ampersand, escaped);
        connect(menu()->addAction(name), &QAction::triggered, button.data(), &QToolButton::click);
    }
}

} // namespace sallyport
