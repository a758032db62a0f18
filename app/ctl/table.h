// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <QJsonValue>
#include <QStringList>

namespace sallyport
{

// Columns aligned by spaces for people; scripts use --json. Cells are written by visibleText(): a table goes to a
// terminal, and its text comes from the network.
class Table
{
public:
    explicit Table(const QStringList& head)
        : m_rows{head}
    {
    }
    void add(const QStringList& row) { m_rows.append(row); }
    bool isEmpty() const { return m_rows.size() == 1; }
    QString text() const;

private:
    QList<QStringList> m_rows;
};

// "2026-02-01 13:45:07Z" of microseconds since 1970.
QString timeText(const QJsonValue& microseconds);
QString timeText(TimePoint time);
// What an error is about: a word that was given, of which the beginning is enough, or a file, whose path stays whole.
QString subjectText(const QString& subject);
// Safe to print: visibleText() but for the ends of lines, which are this program's own. What others wrote goes into a
// line by visibleText() alone, so that it ends none.
QString printable(const QString& text);

} // namespace sallyport
