// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/error.h"

#include <array>

namespace sallyport
{

namespace
{
struct Word {
    ErrorCode code;
    QLatin1StringView word;
};

constexpr std::array words{
    Word{ErrorCode::InvalidValue, QLatin1StringView("invalidValue")},
    Word{ErrorCode::Syntax, QLatin1StringView("syntax")},
    Word{ErrorCode::UnknownWord, QLatin1StringView("unknownWord")},
    Word{ErrorCode::OutOfRange, QLatin1StringView("outOfRange")},
    Word{ErrorCode::Missing, QLatin1StringView("missing")},
    Word{ErrorCode::Duplicate, QLatin1StringView("duplicate")},
    Word{ErrorCode::NotFound, QLatin1StringView("notFound")},
    Word{ErrorCode::Conflict, QLatin1StringView("conflict")},
    Word{ErrorCode::PermissionDenied, QLatin1StringView("permissionDenied")},
    Word{ErrorCode::NotAuthenticated, QLatin1StringView("notAuthenticated")},
    Word{ErrorCode::Unreachable, QLatin1StringView("unreachable")},
    Word{ErrorCode::TimedOut, QLatin1StringView("timedOut")},
    Word{ErrorCode::LimitExceeded, QLatin1StringView("limitExceeded")},
    Word{ErrorCode::Io, QLatin1StringView("io")},
    Word{ErrorCode::Database, QLatin1StringView("database")},
    Word{ErrorCode::Corrupt, QLatin1StringView("corrupt")},
    Word{ErrorCode::Unsupported, QLatin1StringView("unsupported")},
    Word{ErrorCode::Cancelled, QLatin1StringView("cancelled")},
    Word{ErrorCode::Internal, QLatin1StringView("internal")},
};
} // namespace

QString Error::text() const
{
    return subject.isEmpty() ? detail : QString(subject + QLatin1StringView(": ") + detail);
}

QString errorWord(ErrorCode code)
{
    for (const Word& entry : words) {
        if (entry.code == code)
            return entry.word;
    }
    return QStringLiteral("internal");
}

std::optional<ErrorCode> errorCodeFromWord(QStringView word)
{
    for (const Word& entry : words) {
        if (entry.word == word)
            return entry.code;
    }
    return std::nullopt;
}

} // namespace sallyport
