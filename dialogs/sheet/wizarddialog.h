// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace sallyport
{

class Page;

// The untyped half of a wizard: the same pages as in sheets, one after another, with Back, Next and a last button named
// by its verb. Next runs the page's checks and its leave(), which may take its time.
class WizardDialog : public QDialog
{
    Q_OBJECT

public:
    ~WizardDialog() override;

    void accept() override; // Enter: Next, or the last step's verb
    void setVisible(bool visible) override;

protected:
    WizardDialog(const QString& title, const QString& finishVerb, QWidget* parent);

    void insertPage(Page* page);
    void start();
    virtual void finish() = 0;
    virtual void pageLeft(Page* page) = 0;
    virtual void pageEntered(Page* page) = 0;

private slots:
    void refresh();
    void back();
    void setBusy(bool busy);

private:
    void show(int index);
    void advance();

    QString m_finishVerb;
    QList<Page*> m_pages;
    QLabel* m_step;
    QLabel* m_heading;
    QStackedWidget* m_stack;
    QProgressBar* m_progress;
    QPushButton* m_back;
    QPushButton* m_next;
    QPushButton* m_cancel;
    bool m_busy = false;
    bool m_fitted = false;
};

} // namespace sallyport
