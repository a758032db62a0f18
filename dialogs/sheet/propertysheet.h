// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/sheet/page.h"
#include "dialogs/sheet/sheetdialog.h"

#include <QCoreApplication>

#include <functional>

namespace sallyport
{

// A sheet that edits one value. Give it the value, open() it, and take the new value from the handler: it runs on OK
// (when something changed) and on each Apply. T needs operator==.
template <typename T> class PropertySheet : public SheetDialog
{
public:
    using Handler = std::function<void(const T&)>;

    // Pages know their values already when the handlers are set.
    void setValue(const T& value)
    {
        m_original = value;
        load(value);
    }
    // Takes up what onAbandoned() handed out earlier; what it is compared with stays.
    void resume(const T& abandoned)
    {
        load(abandoned);
        setNotice(QCoreApplication::translate(
            "sallyport::SheetDialog", "These are your changes from before; they were not accepted yet."));
    }
    T draft() const
    {
        T value = m_original;
        for (const ValuePage<T>* page : m_typedPages)
            page->save(value);
        return value;
    }
    const T& original() const { return m_original; }

    void onApplied(Handler handler) { m_applied = std::move(handler); }
    // Closed by Cancel or Esc with changes in the fields: keep them and resume() with them next time.
    void onAbandoned(Handler handler) { m_abandoned = std::move(handler); }

protected:
    using SheetDialog::SheetDialog;

    void addPage(ValuePage<T>* page)
    {
        m_typedPages.append(page);
        insertPage(page);
    }

private:
    bool changed() const override { return draft() != m_original; }
    void commit() override
    {
        m_original = draft();
        if (m_applied)
            m_applied(m_original);
    }
    void abandon() override
    {
        if (m_abandoned)
            m_abandoned(draft());
    }
    void load(const T& value)
    {
        for (ValuePage<T>* page : m_typedPages)
            page->load(value);
        refresh();
    }

    T m_original{};
    QList<ValuePage<T>*> m_typedPages;
    Handler m_applied;
    Handler m_abandoned;
};

} // namespace sallyport
