// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/sheet/sheetdialog.h"

#include "dialogs/sheet/page.h"
#include "dialogs/style/metrics.h"
#include "models/base/visibletext.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace sallyport
{

SheetDialog::SheetDialog(const QString& title, QWidget* parent)
    : QDialog(parent)
    , m_layout(new QVBoxLayout(this))
    , m_notice(new QLabel)
    , m_tabs(new QTabWidget)
    , m_buttons(new QDialogButtonBox)
{
    setWindowTitle(visibleWords(title));
    m_notice->setObjectName(QStringLiteral("sheetNotice"));
    m_notice->setWordWrap(true);
    m_notice->hide();
    m_tabs->setObjectName(QStringLiteral("pages"));
    m_tabs->setAccessibleName(tr("Pages"));
    m_buttons->setObjectName(QStringLiteral("buttons"));
    // Our own words, so that a translation needs no catalogue but ours.
    m_ok = m_buttons->addButton(tr("OK"), QDialogButtonBox::AcceptRole);
    m_cancel = m_buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_apply = m_buttons->addButton(tr("&Apply"), QDialogButtonBox::ApplyRole);
    m_ok->setObjectName(QStringLiteral("ok"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_apply->setObjectName(QStringLiteral("apply"));
    // Enter is OK wherever the focus is.
    m_cancel->setAutoDefault(false);
    m_apply->setAutoDefault(false);
    m_layout->setContentsMargins(metrics::wide, metrics::wide, metrics::wide, metrics::wide);
    m_layout->setSpacing(metrics::wide);
    m_layout->addWidget(m_notice);
    m_layout->addWidget(m_tabs, 1);
    m_layout->addWidget(m_buttons);
    // Only now: a button that is no part of the dialog yet would stop being its default with the first loss of focus.
    m_ok->setDefault(true);
    resize(metrics::sheetWidth, 0);
    setMinimumWidth(metrics::sheetWidth);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &SheetDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &SheetDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &SheetDialog::apply);
    connect(m_notice, &QLabel::linkActivated, this, &SheetDialog::discardResumed);
}

SheetDialog::~SheetDialog() = default;

void SheetDialog::setCreates(const QString& verb)
{
    m_creates = true;
    m_ok->setText(verb);
    m_apply->hide();
}

void SheetDialog::setReadOnly(const QString& reason)
{
    m_readOnly = true;
    setNotice(reason);
    for (Page* page : std::as_const(m_pages))
        page->setEnabled(false);
    m_ok->hide();
    m_apply->hide();
    m_cancel->setText(tr("&Close"));
    m_cancel->setDefault(true);
}

void SheetDialog::showPage(const QString& name)
{
    for (Page* page : std::as_const(m_pages)) {
        if (page->objectName() == name)
            m_tabs->setCurrentWidget(page);
    }
}

void SheetDialog::insertPage(Page* page)
{
    m_pages.append(page);
    m_tabs->addTab(page, page->title());
    m_tabs->tabBar()->setVisible(m_pages.size() > 1);
    m_tabs->setDocumentMode(m_pages.size() == 1);
    // The Tab key stops at the bar, last in the round, and not at the widget around it as well, which would hand the
    // focus back to the bar.
    m_tabs->setFocusPolicy(Qt::NoFocus);
    setTabOrder(m_apply, m_tabs->tabBar());
    connect(page, &Page::edited, this, &SheetDialog::refresh);
}

void SheetDialog::setNotice(const QString& text)
{
    m_notice->setText(visibleWords(text));
    m_notice->setVisible(!text.isEmpty());
}

void SheetDialog::noticeResumed()
{
    m_notice->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setNotice(
        tr("These are your changes from before; they were not accepted yet. <a href=\"afresh\">Start afresh</a>"));
}

void SheetDialog::noticeOutdated()
{
    setNotice(tr("Your changes from before were made to values that have changed since; they were not taken up."));
}

void SheetDialog::discardResumed()
{
    startAfresh();
    setNotice({});
    static_cast<Page*>(m_tabs->currentWidget())->focusFirst();
}

void SheetDialog::refresh()
{
    bool errors = false;
    for (Page* page : std::as_const(m_pages)) {
        page->refreshProblems(false);
        errors = errors || page->hasErrors();
    }
    m_apply->setEnabled(!errors && changed());
}

void SheetDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    if (m_shown || m_pages.isEmpty())
        return;
    m_shown = true;
    if (m_readOnly)
        m_cancel->setFocus(Qt::OtherFocusReason);
    else
        static_cast<Page*>(m_tabs->currentWidget())->focusFirst();
}

bool SheetDialog::checked()
{
    Page* wrong = nullptr;
    for (Page* page : std::as_const(m_pages)) {
        page->refreshProblems(true);
        if (!wrong && page->hasErrors())
            wrong = page;
    }
    if (!wrong)
        return true;
    m_tabs->setCurrentWidget(wrong);
    wrong->focusFirstError();
    m_apply->setEnabled(false);
    return false;
}

void SheetDialog::apply()
{
    if (!checked())
        return;
    commit();
    refresh();
}

void SheetDialog::accept()
{
    if (m_readOnly || !checked())
        return;
    if (m_creates || changed())
        commit();
    else
        forget();
    QDialog::accept();
}

void SheetDialog::reject()
{
    if (!m_readOnly)
        changed() ? abandon() : forget();
    QDialog::reject();
}

} // namespace sallyport
