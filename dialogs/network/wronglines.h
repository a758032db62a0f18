// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace sallyport
{

// A line of a text that can't be read or is not right, and what to do about it.
struct WrongLine {
    int line = 0; // from 1; 0: of none
    QString text;
};

// The lines of a text that are wrong, one a row. A click or Enter goes to the line. Hidden while there is none.
class WrongLines final : public QListWidget
{
    Q_OBJECT

public:
    explicit WrongLines(QWidget* parent = nullptr);

    void setLines(const QList<WrongLine>& lines);

signals:
    void chosen(int line);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(const QListWidgetItem* item);
};

} // namespace sallyport
