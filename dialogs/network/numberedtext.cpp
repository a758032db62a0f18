// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/network/numberedtext.h"

#include "dialogs/style/icons.h"
#include "dialogs/style/metrics.h"

#include <QPaintEvent>
#include <QPainter>
#include <QTextBlock>

namespace sallyport
{

class NumberMargin final : public QWidget
{
public:
    explicit NumberMargin(NumberedText* text)
        : QWidget(text)
        , m_text(text)
    {
    }

protected:
    void paintEvent(QPaintEvent* event) override { m_text->paintMargin(event); }

private:
    NumberedText* m_text;
};

NumberedText::NumberedText(QWidget* parent)
    : QPlainTextEdit(parent)
    , m_margin(new NumberMargin(this))
{
    setLineWrapMode(NoWrap);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &NumberedText::fitMargin);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int scrolled) {
        if (scrolled != 0)
            m_margin->scroll(0, scrolled);
        else
            m_margin->update(0, rect.y(), m_margin->width(), rect.height());
    });
    fitMargin();
}

void NumberedText::setWrong(const QSet<int>& lines)
{
    m_wrong = lines;
    m_margin->update();
}

void NumberedText::goToLine(int line)
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (block.isValid()) {
        QTextCursor cursor(block);
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        setTextCursor(cursor);
        centerCursor();
    }
    setFocus(Qt::OtherFocusReason);
}

void NumberedText::replaceText(const QString& text)
{
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
}

int NumberedText::marginWidth() const
{
    const int digits = qMax(2, static_cast<int>(QString::number(blockCount()).size()));
    return fontMetrics().horizontalAdvance(QString(digits, u'0')) + metrics::iconSize + 3 * metrics::tiny;
}

void NumberedText::fitMargin()
{
    setViewportMargins(marginWidth(), 0, 0, 0);
    const QRect inside = contentsRect();
    m_margin->setGeometry(inside.left(), inside.top(), marginWidth(), inside.height());
}

void NumberedText::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    fitMargin();
}

void NumberedText::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitMargin();
}

void NumberedText::paintMargin(QPaintEvent* event)
{
    QPainter painter(m_margin);
    painter.fillRect(event->rect(), palette().color(QPalette::AlternateBase));
    painter.setFont(font());
    const int right = m_margin->width() - metrics::tiny;
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > event->rect().bottom())
            break;
        const int line = block.blockNumber() + 1;
        const QRect row(0, qRound(place.top()), right, fontMetrics().lineSpacing());
        const Tone tone = m_wrong.contains(line) ? Tone::Refused : Tone::Quiet;
        painter.setPen(toneColor(tone, palette()));
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, QString::number(line));
        if (tone == Tone::Refused) {
            const int inset = (row.height() - metrics::iconSize) / 2;
            toneIcon(tone).paint(
                &painter, QRect(metrics::tiny, row.top() + inset, metrics::iconSize, metrics::iconSize));
        }
    }
}

} // namespace sallyport
