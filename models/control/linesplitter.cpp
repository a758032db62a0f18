// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/linesplitter.h"

namespace sallyport
{

void LineSplitter::append(QByteArrayView bytes)
{
    if (m_overflowed)
        return;
    // Moving the rest to the front only once the used part outweighs it keeps the cost linear in the bytes read.
    if (m_begin > 0 && m_begin >= m_bytes.size() - m_begin) {
        m_bytes.remove(0, m_begin);
        m_searched -= m_begin;
        m_begin = 0;
    }
    m_bytes.append(bytes);
}

std::optional<QByteArray> LineSplitter::next()
{
    if (m_overflowed)
        return std::nullopt;
    const qsizetype end = m_bytes.indexOf('\n', m_searched);
    const qsizetype length = (end < 0 ? m_bytes.size() : end) - m_begin;
    if (length > m_limit) {
        clear();
        m_overflowed = true;
        return std::nullopt;
    }
    if (end < 0) {
        m_searched = m_bytes.size();
        return std::nullopt;
    }
    QByteArray line = m_bytes.mid(m_begin, length);
    m_begin = end + 1;
    m_searched = m_begin;
    return line;
}

void LineSplitter::clear()
{
    m_bytes.clear();
    m_begin = 0;
    m_searched = 0;
    m_overflowed = false;
}

} // namespace sallyport
