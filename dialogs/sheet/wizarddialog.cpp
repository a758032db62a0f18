// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/sheet/wizarddialog.h"

#include "dialogs/sheet/page.h"
#include "dialogs/sheet/pagescroll.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "models/base/visibletext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sallyport
{

WizardDialog::WizardDialog(const QString& title, const QString& finishVerb, QWidget* parent)
    : QDialog(parent)
    , m_finishVerb(finishVerb)
    , m_step(plainLabel())
    , m_heading(plainLabel())
    , m_stack(new QStackedWidget)
    , m_progress(new QProgressBar)
    , m_back(new QPushButton(tr("&Back")))
    , m_next(new QPushButton(tr("&Next")))
    , m_cancel(new QPushButton(tr("Cancel")))
{
    setWindowTitle(visibleWords(title));
    m_step->setObjectName(QStringLiteral("step"));
    m_step->setForegroundRole(QPalette::PlaceholderText);
    m_heading->setObjectName(QStringLiteral("heading"));
    QFont font = m_heading->font();
    font.setPointSizeF(font.pointSizeF() * 1.25);
    font.setBold(true);
    m_heading->setFont(font);
    m_stack->setObjectName(QStringLiteral("steps"));
    m_progress->setObjectName(QStringLiteral("progress"));
    m_progress->setAccessibleName(tr("Working"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(metrics::tiny);
    m_back->setObjectName(QStringLiteral("back"));
    m_next->setObjectName(QStringLiteral("next"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    for (QPushButton* button : {m_back, m_cancel})
        button->setAutoDefault(false);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::small);
    buttons->addStretch();
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    buttons->addSpacing(metrics::small);
    buttons->addWidget(m_cancel);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::section, metrics::section, metrics::section, metrics::wide);
    layout->setSpacing(metrics::tiny);
    layout->addWidget(m_step);
    layout->addWidget(m_heading);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_progress);
    layout->addSpacing(metrics::small);
    layout->addLayout(buttons);
    m_next->setDefault(true);
    setMinimumWidth(metrics::sheetWidth);
    connect(m_back, &QPushButton::clicked, this, &WizardDialog::back);
    connect(m_next, &QPushButton::clicked, this, &WizardDialog::accept);
    connect(m_cancel, &QPushButton::clicked, this, &WizardDialog::reject);
}

WizardDialog::~WizardDialog() = default;

void WizardDialog::insertPage(Page* page)
{
    page->layout()->setContentsMargins(0, metrics::wide, 0, metrics::small);
    m_pages.append(page);
    m_stack->addWidget(new PageScroll(page));
    connect(page, &Page::edited, this, &WizardDialog::refresh);
    connect(page, &Page::busyChanged, this, &WizardDialog::setBusy);
}

void WizardDialog::start()
{
    show(0);
}

void WizardDialog::show(int index)
{
    Page* page = m_pages.at(index);
    m_stack->setCurrentIndex(index);
    m_step->setText(tr("Step %1 of %2").arg(index + 1).arg(m_pages.size()));
    m_heading->setText(page->title());
    m_next->setText(index + 1 == m_pages.size() ? m_finishVerb : tr("&Next"));
    pageEntered(page);
    page->entered();
    refresh();
    page->focusFirst();
}

void WizardDialog::setVisible(bool visible)
{
    if (visible && !m_fitted) {
        m_fitted = true;
        fitOnScreen(this);
    }
    QDialog::setVisible(visible);
}

void WizardDialog::refresh()
{
    Page* page = m_pages.at(m_stack->currentIndex());
    page->refreshProblems(false);
    m_back->setEnabled(!m_busy && m_stack->currentIndex() > 0);
    m_next->setEnabled(!m_busy && page->ready());
    m_stack->setEnabled(!m_busy);
    m_progress->setVisible(m_busy);
}

void WizardDialog::back()
{
    show(m_stack->currentIndex() - 1);
}

void WizardDialog::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
    // A disabled page loses the focus; whoever waited goes on where the answer shows.
    if (!busy)
        m_pages.at(m_stack->currentIndex())->focusFirst();
}

void WizardDialog::accept()
{
    Page* page = m_pages.at(m_stack->currentIndex());
    if (m_busy || !page->ready())
        return;
    page->refreshProblems(true);
    if (page->focusFirstError())
        return;
    page->leave([guard = QPointer<WizardDialog>(this)] {
        if (guard)
            guard->advance();
    });
}

void WizardDialog::advance()
{
    m_busy = false;
    // After leave(): what it has learnt belongs to the draft.
    pageLeft(m_pages.at(m_stack->currentIndex()));
    if (m_stack->currentIndex() + 1 < m_pages.size()) {
        show(m_stack->currentIndex() + 1);
        return;
    }
    finish();
    QDialog::accept();
}

} // namespace sallyport
