// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace sallyport
{

// Cuts a stream of bytes into lines ended by LF; the LF is not part of the line. Memory is bounded by the limit and one
// read: once a line is longer, overflowed() stays true and nothing more is kept.
class LineSplitter
{
public:
    explicit LineSplitter(qsizetype limit)
        : m_limit(limit)
    {
    }

    // Counts from the next line on.
    void setLimit(qsizetype limit) { m_limit = limit; }
    void append(QByteArrayView bytes);
    // The next whole line, or nothing until more bytes come.
    std::optional<QByteArray> next();
    bool overflowed() const { return m_overflowed; }
    // A line begun and not ended yet.
    bool hasPartialLine() const { return m_begin < m_bytes.size(); }
    void clear();

private:
    qsizetype m_limit;
    QByteArray m_bytes;
    qsizetype m_begin = 0; // of the line being looked for
    qsizetype m_searched = 0; // no LF between m_begin and here
    bool m_overflowed = false;
};

} // namespace sallyport
