// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sallyport
{

// A name that somebody else chose, in a sentence of ours in English: between quotation marks, its own ones doubled, so
// that nothing in it can be taken for the sentence.
inline QString quoted(const QString& name)
{
    return u'"' + QString(name).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

// The name again; `text` is what quoted() made.
inline QString unquoted(const QString& text)
{
    return text.sliced(1, text.size() - 2).replace(QStringLiteral("\"\""), QStringLiteral("\""));
}

} // namespace sallyport
