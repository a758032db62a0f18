// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/enrolmentcode.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace sallyport
{

namespace
{
// RFC 4648 base 32: no 0, 1, 8 or 9 to be mistaken for letters. 16 letters of 5 bits. This is all that keeps a guesser
// out, since nobody is refused a try for the wrong ones of others: at 250 handshakes a second, a code for each (see
// ControlLimits), 225,000 are tried in the 15 minutes that a code lives. Were a thousand codes out at once, one of them
// would be among these once in 5 * 10^15 such quarters of an hour.
constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr int codeLength = 16;
constexpr int groupLength = 4;
} // namespace

QByteArray enrolmentCodeHash(const QString& code)
{
    QString plain;
    for (const QChar c : code) {
        if (c.isLetterOrNumber())
            plain.append(c.toUpper());
    }
    return QCryptographicHash::hash(plain.toUtf8(), QCryptographicHash::Sha256);
}

QString invitationSentence(Role role)
{
    return QStringLiteral("issued a code for one console as %1").arg(roleWord(role));
}

Result<QString> issueEnrolmentCode(RecordStore& records, Role role, TimePoint now)
{
    QString code;
    for (int i = 0; i < codeLength; ++i) {
        if (i > 0 && i % groupLength == 0)
            code.append(QLatin1Char('-'));
        code.append(QLatin1Char(letters[QRandomGenerator::system()->bounded(32)]));
    }
    if (const Status kept = records.addEnrolmentCode(enrolmentCodeHash(code), role, now + enrolmentCodeLife); !kept)
        return kept.error();
    return code;
}

} // namespace sallyport
