// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/sheet/page.h"
#include "dialogs/sheet/wizarddialog.h"

#include <functional>

namespace sallyport
{

// Makes one value step by step from the pages that sheets use as well. The handler runs once, when the last step is
// done.
template <typename T> class Wizard : public WizardDialog
{
public:
    using Handler = std::function<void(const T&)>;

    void onFinished(Handler handler) { m_handler = std::move(handler); }
    const T& draft() const { return m_draft; }

protected:
    using WizardDialog::WizardDialog;

    void addPage(ValuePage<T>* page)
    {
        m_typedPages.append(page);
        insertPage(page);
    }
    // Call once, after the last addPage().
    void begin(const T& value)
    {
        m_draft = value;
        start();
    }

private:
    ValuePage<T>* typed(Page* page) const
    {
        for (ValuePage<T>* candidate : m_typedPages) {
            if (candidate == page)
                return candidate;
        }
        return nullptr;
    }
    void pageEntered(Page* page) override { typed(page)->load(m_draft); }
    void pageLeft(Page* page) override { typed(page)->save(m_draft); }
    void finish() override
    {
        if (m_handler)
            m_handler(m_draft);
    }

    T m_draft{};
    QList<ValuePage<T>*> m_typedPages;
    Handler m_handler;
};

} // namespace sallyport
