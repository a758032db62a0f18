// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/decodedtext.h"

#include "models/ini/iniscanner.h"

namespace sallyport
{

QString decodedText(const QByteArray& bytes)
{
    const Result<IniText> decoded = decodeIni(bytes);
    QString text = decoded ? decoded->text : QString::fromLatin1(bytes);
    return text.replace(QLatin1StringView("\r\n"), QLatin1StringView("\n"))
        .replace(QLatin1Char('\r'), QLatin1Char('\n'));
}

} // namespace sallyport
