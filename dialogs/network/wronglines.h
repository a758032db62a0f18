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

// The lines of a text that are wrong, one a row: the first `most`, and then how many more there are. A click or Enter
// goes to the line, on the last row to the first that is not shown. Hidden while there is none.
class WrongLines final : public QListWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype most = 200;

    explicit WrongLines(QWidget* parent = nullptr);

    void setLines(const QList<WrongLine>& lines);

signals:
    void chosen(int line);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QListWidgetItem* addLine(const QString& words, int line);
    void setRowsHigh();
    void choose(const QListWidgetItem* item);
};

} // namespace sallyport
