// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace sallyport
{

// For showing: line ends as "\n"; the encodings of decodeIni(), else ISO 8859-1.
QString decodedText(const QByteArray& bytes);

} // namespace sallyport
