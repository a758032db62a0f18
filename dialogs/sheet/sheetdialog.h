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
class PageScroll;

// The untyped half of a property sheet: tabs, buttons, and the one place where their state is decided.
// Shown with open(). OK and Add to Draft hand the value back; what it does there, the sentence on top says.
class SheetDialog : public QDialog
{
    Q_OBJECT

public:
    ~SheetDialog() override;

    // A sheet that makes something new: OK alone, named by the verb, and it hands the value back even unchanged.
    void setCreates(const QString& verb);
    // For a sheet whose value does not go into a draft: what becomes of it, or nothing where its button says that. OK
    // is the one way to hand it back.
    void setSentence(const QString& text);
    // What may be looked at only, and why: fields are disabled, Close is the one button.
    void setReadOnly(const QString& reason);

    void accept() override;
    void reject() override;
    void setVisible(bool visible) override;

protected:
    explicit SheetDialog(const QString& title, QWidget* parent);

    void insertPage(Page* page);
    // At least so high when it opens, where the screen allows it.
    void setPreferredHeight(int height) { m_preferredHeight = height; }
    void refresh();
    // A quiet line over the pages.
    void setNotice(const QString& text);
    void noticeResumed(); // with a link that starts afresh
    void noticeOutdated();
    void showEvent(QShowEvent* event) override;

    virtual bool changed() const = 0; // draft != original
    virtual bool unfinished() const = 0; // fields hold what no value can
    virtual void commit() = 0; // hands the draft back; it is the original from now on
    virtual void abandon() = 0; // closed with changes not handed back
    virtual void forget() = 0; // closed without: nothing is left to be taken up
    virtual void startAfresh() = 0; // back to the original

private slots:
    void apply();
    void discardResumed();

private:
    bool checked();
    void showButtons();
    Page* currentPage() const;

    QList<Page*> m_pages;
    QList<PageScroll*> m_scrolls; // of the pages
    QVBoxLayout* m_layout;
    QLabel* m_sentence;
    QLabel* m_notice;
    QTabWidget* m_tabs;
    QDialogButtonBox* m_buttons;
    QPushButton* m_ok;
    QPushButton* m_cancel;
    QPushButton* m_apply;
    int m_preferredHeight = 0;
    bool m_drafts = true;
    bool m_creates = false;
    bool m_readOnly = false;
    bool m_fitted = false;
    bool m_shown = false;
};

} // namespace sallyport
