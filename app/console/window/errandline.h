// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QLabel;

namespace sallyport
{

class ElidedLabel;
class Errand;

// What was asked of servers and has no answer after half a second: the oldest in words, with a way not to wait.
class ErrandLine final : public QWidget
{
    Q_OBJECT

public:
    explicit ErrandLine(QWidget* parent = nullptr);

    void add(Errand* errand);

private:
    void load();

    QList<Errand*> m_errands; // those that take long, the oldest first
    ElidedLabel* m_text;
    QLabel* m_cancel;
};

} // namespace sallyport
