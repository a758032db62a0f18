// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/sheet/page.h"

#include <QStringList>

namespace sallyport
{

class NumberedText;
class WrongLines;

class LocalDomainsPage final : public ValuePage<QStringList>
{
    Q_OBJECT

public:
    LocalDomainsPage();

    void load(const QStringList& domains) override;
    void save(QStringList& domains) const override;
    QList<FieldProblem> problems() const override;

private slots:
    void summarise();

private:
    NumberedText* m_lines;
    WrongLines* m_wrong;
    QLabel* m_summary;
};

} // namespace sallyport
