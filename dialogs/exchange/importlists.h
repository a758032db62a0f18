// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace sallyport
{

class LineProblemsModel;
class PartsModel;

// What an import would change, each part with a tick. Space ticks or unticks all that is selected.
class TickList final : public QTreeView
{
    Q_OBJECT

public:
    explicit TickList(PartsModel* parts, QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    PartsModel* m_parts;
};

// The problems of a file. Enter and a double click go to the line.
class ProblemList final : public QTreeView
{
    Q_OBJECT

public:
    explicit ProblemList(LineProblemsModel* problems, QWidget* parent = nullptr);

    // The next or previous row, and round at the end.
    void step(bool forward);

signals:
    void chosen(int line); // 1-based, 0: of none

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(const QModelIndex& index);

    LineProblemsModel* m_problems;
};

} // namespace sallyport
