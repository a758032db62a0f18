// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace sallyport
{

// The columns of a list as its user keeps them: chosen from the header's context menu, saved under a name of the list's
// when the list goes. A member of the list.
class Columns final : public QObject
{
    Q_OBJECT

public:
    explicit Columns(QHeaderView* header);
    ~Columns() override;

    // Call after setModel(): the name to keep them under, widths in characters. Restores what an earlier run kept.
    void setUp(const QString& name, const QList<int>& characters);
    void reset();

private:
    void showMenu(const QPoint& at);

    QHeaderView* m_header;
    QString m_key;
    QList<int> m_widths;
};

} // namespace sallyport
