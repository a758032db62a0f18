// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/sheet/sheetdialog.h"

#include "dialogs/sheet/page.h"
#include "dialogs/sheet/pagescroll.h"
#include "dialogs/style/labels.h"
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
    , m_sentence(plainLabel())
    , m_notice(richLabel())
    , m_tabs(new QTabWidget)
    , m_buttons(new QDialogButtonBox)
{
    setWindowTitle(visibleWords(title));
    m_sentence->setObjectName(QStringLiteral("sheetSentence"));
    m_sentence->setText(tr("Goes into the draft; Apply puts it into force."));
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    m_notice->setObjectName(QStringLiteral("sheetNotice"));
    for (QLabel* label : {m_sentence, m_notice}) {
        label->setWordWrap(true);
        label->setContentsMargins(metrics::section, 0, metrics::section, 0); // where the page's own words begin
        QSizePolicy policy = label->sizePolicy();
        policy.setHorizontalPolicy(QSizePolicy::Ignored); // a long sentence wraps instead of widening the sheet
        label->setSizePolicy(policy);
    }
    m_notice->hide();
    m_tabs->setObjectName(QStringLiteral("pages"));
    m_tabs->setAccessibleName(tr("Pages"));
    m_buttons->setObjectName(QStringLiteral("buttons"));
    // Our own words, so that a translation needs no catalogue but ours.
    m_ok = m_buttons->addButton(tr("OK"), QDialogButtonBox::AcceptRole);
    m_cancel = m_buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_apply = m_buttons->addButton(tr("&Add to Draft"), QDialogButtonBox::ApplyRole);
    m_ok->setObjectName(QStringLiteral("ok"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_apply->setObjectName(QStringLiteral("apply"));
    // Enter is OK wherever the focus is.
    m_cancel->setAutoDefault(false);
    m_apply->setAutoDefault(false);
    m_layout->setContentsMargins(metrics::wide, metrics::wide, metrics::wide, metrics::wide);
    m_layout->setSpacing(metrics::wide);
    m_layout->addWidget(m_sentence);
    m_layout->addWidget(m_notice);
    m_layout->addWidget(m_tabs, 1);
    m_layout->addWidget(m_buttons);
    // Only now: a button that is no part of the dialog yet would stop being its default with the first loss of focus.
    m_ok->setDefault(true);
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
    showButtons();
}

void SheetDialog::setSentence(const QString& text)
{
    m_drafts = false;
    showWords(*m_sentence, text);
    showButtons();
}

void SheetDialog::showButtons()
{
    m_sentence->setVisible(!m_readOnly && !m_sentence->text().isEmpty());
    m_ok->setVisible(!m_readOnly);
    m_apply->setVisible(!m_readOnly && !m_creates && m_drafts);
}

void SheetDialog::setReadOnly(const QString& reason)
{
    m_readOnly = true;
    setNotice(reason);
    for (Page* page : std::as_const(m_pages))
        page->setEnabled(false);
    showButtons();
    m_cancel->setText(tr("&Close"));
    m_cancel->setDefault(true);
}

Page* SheetDialog::currentPage() const
{
    return m_pages.at(m_tabs->currentIndex());
}

void SheetDialog::insertPage(Page* page)
{
    m_pages.append(page);
    m_scrolls.append(new PageScroll(page));
    m_tabs->addTab(m_scrolls.last(), page->title());
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
    m_notice->setText(boundedWords(text).toHtmlEscaped());
    m_notice->setVisible(!text.isEmpty());
}

void SheetDialog::noticeResumed()
{
    m_notice->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_notice->setText(
        tr("These are your changes from before; they were not accepted yet. <a href=\"afresh\">Start afresh</a>"));
    m_notice->show();
}

void SheetDialog::noticeOutdated()
{
    setNotice(tr("Your changes from before were made to values that have changed since; they were not taken up."));
}

void SheetDialog::discardResumed()
{
    startAfresh();
    setNotice({});
    currentPage()->focusFirst();
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

void SheetDialog::setVisible(bool visible)
{
    if (visible && !m_fitted) {
        m_fitted = true;
        fitOnScreen(this, m_preferredHeight);
    }
    QDialog::setVisible(visible);
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
        currentPage()->focusFirst();
}

bool SheetDialog::checked()
{
    int wrong = -1;
    for (int i = 0; i < m_pages.size(); ++i) {
        m_pages.at(i)->refreshProblems(true);
        if (wrong < 0 && m_pages.at(i)->hasErrors())
            wrong = i;
    }
    if (wrong < 0)
        return true;
    m_tabs->setCurrentIndex(wrong);
    m_pages.at(wrong)->focusFirstError();
    m_scrolls.at(wrong)->showField(focusWidget());
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
        changed() || unfinished() ? abandon() : forget();
    QDialog::reject();
}

} // namespace sallyport
