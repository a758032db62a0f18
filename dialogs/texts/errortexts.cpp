// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/texts/errortexts.h"

#include "models/base/fault.h"
#include "models/base/visibletext.h"
#include "models/items/texts.h"

#include <QCoreApplication>
#include <QStringList>

namespace sallyport::texts
{

namespace
{

struct ErrorTexts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ErrorTexts)
};

// Whose subject is a method or member of the protocol, which says nothing to people: they know what they asked for.
bool speaksOfMethod(Fault fault)
{
    switch (fault) {
    case Fault::MessageForeign:
    case Fault::LineTooLong:
    case Fault::CallExpected:
    case Fault::NotConnected:
    case Fault::CallTooLong:
    case Fault::NotEnrolled:
    case Fault::OperatorsOnly:
    case Fault::AdministratorsOnly:
    case Fault::ServersOwnOnly:
    case Fault::MethodUnknown:
    case Fault::AnswerTooLong:
        return true;
    default:
        return false;
    }
}

// What follows a sentence is one as well. A name that stands in front stays as it is spelt, so it is put in brackets.
QString asSentence(QString text, bool named)
{
    if (!named && !text.isEmpty())
        text = text.at(0).toUpper() + text.mid(1);
    if (!text.isEmpty() && text.back() != u'.' && text.back() != u'?' && text.back() != u'!')
        text += u'.';
    return named ? u'(' + text + u')' : text;
}

} // namespace

QString errorHeadline(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidValue:
        return ErrorTexts::tr("A value does not fit its field.");
    case ErrorCode::Syntax:
        return ErrorTexts::tr("This is not of the expected format.");
    case ErrorCode::UnknownWord:
        return ErrorTexts::tr("A word is not known.");
    case ErrorCode::OutOfRange:
        return ErrorTexts::tr("A number is out of range.");
    case ErrorCode::Missing:
        return ErrorTexts::tr("Something required is missing.");
    case ErrorCode::Duplicate:
        return ErrorTexts::tr("Something stands twice.");
    case ErrorCode::NotFound:
        return ErrorTexts::tr("It was not found.");
    case ErrorCode::Conflict:
        return ErrorTexts::tr("Somebody else applied changes first.");
    case ErrorCode::PermissionDenied:
        return ErrorTexts::tr("Your role does not allow this.");
    case ErrorCode::NotAuthenticated:
        return ErrorTexts::tr("The service does not know this console. Enrol it with a one-time code.");
    case ErrorCode::Unreachable:
        return ErrorTexts::tr("The service can't be reached.");
    case ErrorCode::TimedOut:
        return ErrorTexts::tr("There was no answer in time.");
    case ErrorCode::LimitExceeded:
        return ErrorTexts::tr("A limit is exceeded.");
    case ErrorCode::Io:
        return ErrorTexts::tr("A file or connection failed.");
    case ErrorCode::Database:
        return ErrorTexts::tr("The service's store failed.");
    case ErrorCode::Corrupt:
        return ErrorTexts::tr("Stored data is damaged.");
    case ErrorCode::Unsupported:
        return ErrorTexts::tr("This version can't do that.");
    case ErrorCode::Cancelled:
        return ErrorTexts::tr("It was cancelled.");
    case ErrorCode::Internal:
        return ErrorTexts::tr("Something went wrong inside the program.");
    }
    return {};
}

QString error(const Error& error)
{
    const Error shown{error.code, speaksOfMethod(error.fault) ? QString() : subject(error.subject), detail(error)};
    const QString particulars = asSentence(shown.text().trimmed(), !shown.subject.isEmpty());
    return particulars.isEmpty() ? errorHeadline(error.code)
                                 : errorHeadline(error.code) + QLatin1Char(' ') + particulars;
}

QString verdict(Verdict verdict)
{
    return verdict == Verdict::Allow ? ErrorTexts::tr("Allow") : ErrorTexts::tr("Deny");
}

QString role(Role role)
{
    switch (role) {
    case Role::Viewer:
        return ErrorTexts::tr("Viewer");
    case Role::Operator:
        return ErrorTexts::tr("Operator");
    case Role::Administrator:
        return ErrorTexts::tr("Administrator");
    }
    return {};
}

QString fingerprint(const QString& hex)
{
    QString plain;
    for (const QChar c : hex) {
        if (c.isLetterOrNumber())
            plain.append(c.toUpper());
    }
    QStringList groups;
    for (qsizetype i = 0; i < plain.size(); i += 4)
        groups.append(plain.mid(i, 4));
    return groups.join(QLatin1Char(' '));
}

} // namespace sallyport::texts
