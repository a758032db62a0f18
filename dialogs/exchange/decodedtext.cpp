// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/decodedtext.h"

#include <QStringDecoder>

namespace sallyport
{

QString decodedText(const QByteArray& bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8(bytes);
    if (utf8.hasError())
        text = QString::fromLatin1(bytes);
    return text.remove(QLatin1Char('\r'));
}

} // namespace sallyport
