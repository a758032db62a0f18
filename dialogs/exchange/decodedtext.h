// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace sallyport
{

// For showing: line ends as "\n"; UTF-8 when it is, else the files' own ISO 8859-1.
QString decodedText(const QByteArray& bytes);

} // namespace sallyport
