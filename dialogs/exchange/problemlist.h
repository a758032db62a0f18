// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/problem.h"

#include <QWidget>

class QLabel;
class QTreeView;

namespace sallyport
{

class LineProblemsModel;

// The problems of a file under a heading that counts them; out of sight when there are none. Enter and a double click
// go to the line.
class ProblemList final : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemList(QWidget* parent = nullptr);

    void setProblems(const QList<Problem>& problems);
    // Goes to the line of the next or previous problem, and round at the end.
    void step(bool forward);

signals:
    void chosen(int line); // 1-based, 0: of none

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose(const QModelIndex& index);

    LineProblemsModel* m_problems;
    QLabel* m_heading;
    QTreeView* m_list;
};

} // namespace sallyport
