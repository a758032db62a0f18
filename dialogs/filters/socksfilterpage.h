// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/filters/socksfiltersheet.h"

namespace sallyport
{

class ListenerFields;

class SocksFilterPage final : public ValuePage<ApplicationFilters>
{
    Q_OBJECT

public:
    explicit SocksFilterPage(const Listeners& listeners);
    ~SocksFilterPage() override;

    void load(const ApplicationFilters& filters) override;
    void save(ApplicationFilters& filters) const override;
    QList<FieldProblem> problems() const override;

private:
    const Listeners m_listeners;
    const std::unique_ptr<ListenerFields> m_socks;
};

} // namespace sallyport
