// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/sheet/page.h"
#include "dialogs/sheet/sheetdialog.h"
#include "dialogs/sheet/sheetmemory.h"

#include <functional>

namespace sallyport
{

// A sheet that edits one value. Give it the value, open() it, and take the new value from the handler: it runs on OK
// (when something changed) and on each Add to Draft. T needs operator==.
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
    // Keeps changes that are not accepted when the sheet closes under `name`, and takes up those kept earlier. Call it
    // after setValue(), and not on a sheet that may be looked at only.
    void rememberIn(SheetMemory& memory, const QString& name)
    {
        m_memory = &memory;
        m_memoryName = name;
        const auto* kept = memory.find<T>(name);
        if (!kept)
            return;
        // Changes made to another value would take back what became of it since.
        if (kept->original != m_original) {
            memory.forget(name);
            noticeOutdated();
        } else if (kept->draft != m_original || !kept->unfinished.isEmpty()) {
            load(kept->draft);
            for (ValuePage<T>* page : m_typedPages)
                page->setUnfinished(kept->unfinished.value(page->objectName()));
            refresh();
            noticeResumed();
        }
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

protected:
    using SheetDialog::SheetDialog;

    void addPage(ValuePage<T>* page)
    {
        m_typedPages.append(page);
        insertPage(page);
    }

private:
    bool changed() const override { return draft() != m_original; }
    bool unfinished() const override { return !unfinishedTexts().isEmpty(); }
    QHash<QString, UnfinishedTexts> unfinishedTexts() const
    {
        QHash<QString, UnfinishedTexts> texts;
        for (const ValuePage<T>* page : m_typedPages) {
            if (const UnfinishedTexts found = page->unfinished(); !found.isEmpty())
                texts.insert(page->objectName(), found);
        }
        return texts;
    }
    void commit() override
    {
        forget();
        m_original = draft();
        if (m_applied)
            m_applied(m_original);
    }
    void abandon() override
    {
        if (m_memory)
            m_memory->keep(m_memoryName, m_original, draft(), unfinishedTexts());
    }
    void forget() override
    {
        if (m_memory)
            m_memory->forget(m_memoryName);
    }
    void startAfresh() override
    {
        forget();
        load(m_original);
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
    SheetMemory* m_memory = nullptr;
    QString m_memoryName;
};

} // namespace sallyport
