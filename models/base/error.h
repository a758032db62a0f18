// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace sallyport
{

enum class Fault : int;

// What kind of thing went wrong. The console turns codes into translated headlines through one table
// (dialogs/texts); the word of a code (errorWord) travels over the control channel.
enum class ErrorCode {
    InvalidValue, // a value does not fit its field
    Syntax, // text that is not of the format at all
    UnknownWord, // a key, member or method nobody knows; never taken for a default
    OutOfRange,
    Missing, // a required field is absent
    Duplicate,
    NotFound,
    Conflict, // compare-and-swap lost: somebody else applied first
    PermissionDenied, // known caller, role too low
    NotAuthenticated, // unknown caller
    Unreachable,
    TimedOut,
    LimitExceeded,
    Io,
    Database,
    Corrupt,
    Unsupported,
    Cancelled,
    Internal,
};

// `subject` names the object and field ("client.applications[msmsgs].Disable", a path, a host); `detail` says in plain
// English what is wrong and what to do about it.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString subject;
    QString detail;
    // What `detail` was made of (fault.h), so that a console can say it in another language. None for free text.
    Fault fault{};
    QStringList arguments{};

    // One line of plain English for logs and command lines: "subject: detail".
    QString text() const;
    bool operator==(const Error&) const = default;
};

QString errorWord(ErrorCode code);
std::optional<ErrorCode> errorCodeFromWord(QStringView word);

} // namespace sallyport
