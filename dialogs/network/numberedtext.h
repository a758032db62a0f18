// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QSet>

namespace sallyport
{

// A text of lines with their numbers beside them; those that can't be read have a cross there. Lines count from 1.
class NumberedText final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit NumberedText(QWidget* parent = nullptr);

    void setWrong(const QSet<int>& lines);
    // Selects the line, brings it into view and takes the focus.
    void goToLine(int line);
    // As one step that Undo takes back.
    void replaceText(const QString& text);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    friend class NumberMargin;
    void fitMargin();
    int marginWidth() const;
    void paintMargin(QPaintEvent* event);

    QWidget* m_margin;
    QSet<int> m_wrong;
};

} // namespace sallyport
