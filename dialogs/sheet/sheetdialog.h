// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QPushButton;
class QTabWidget;
class QVBoxLayout;

namespace sallyport
{

class Page;

// The untyped half of a property sheet: tabs, buttons, and the one place where their state is decided.
// Shown with open(); never nested.
class SheetDialog : public QDialog
{
    Q_OBJECT

public:
    ~SheetDialog() override;

    // A sheet that makes something new: no Apply, and OK (named by the verb) hands the value back even unchanged.
    void setCreates(const QString& verb);
    // What may be looked at only: fields are disabled, Close is the one button.
    void setReadOnly(const QString& reason);
    // Brings a page into view by its object name.
    void showPage(const QString& name);

    void accept() override;
    void reject() override;

protected:
    explicit SheetDialog(const QString& title, QWidget* parent);

    void insertPage(Page* page);
    void refresh();
    // A quiet line over the pages.
    void setNotice(const QString& text);
    void noticeResumed(); // with a link that starts afresh
    void noticeOutdated();
    void showEvent(QShowEvent* event) override;

    virtual bool changed() const = 0; // draft != original
    virtual void commit() = 0; // hands the draft back; it is the original from now on
    virtual void abandon() = 0; // closed with changes not handed back
    virtual void forget() = 0; // closed without: nothing is left to be taken up
    virtual void startAfresh() = 0; // back to the original

private slots:
    void apply();
    void discardResumed();

private:
    bool checked();

    QList<Page*> m_pages;
    QVBoxLayout* m_layout;
    QLabel* m_notice;
    QTabWidget* m_tabs;
    QDialogButtonBox* m_buttons;
    QPushButton* m_ok;
    QPushButton* m_cancel;
    QPushButton* m_apply;
    bool m_creates = false;
    bool m_readOnly = false;
    bool m_shown = false;
};

} // namespace sallyport
