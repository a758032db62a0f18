// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/link/change.h"

#include "models/base/fault.h"

namespace sallyport
{

bool mayBeDone(const Error& error)
{
    switch (error.fault) {
    case Fault::NotConnected: // it was not sent
    case Fault::ServiceSilent: // nor was it to a service that is not reached yet
        return false;
    case Fault::AnswerTooLong:
        return true;
    default:
        return error.code == ErrorCode::Unreachable || error.code == ErrorCode::TimedOut;
    }
}

Error givenUpUnsent()
{
    return {ErrorCode::Cancelled, {}, Change::tr("it was given up before anything was sent")};
}

Change::Change(ServerLink& link, Call call, Errand& errand, QObject* parent)
    : QObject(parent)
    , m_link(link)
    , m_call(std::move(call))
    , m_errand(&errand)
{
    connect(&errand, &Errand::givenUp, this, &Change::giveUp);
    m_link.call(QStringLiteral("status"), {}, this, [this](const Result<QJsonObject>& answer) { asked(answer); });
}

void Change::asked(const Result<QJsonObject>& answer)
{
    if (m_givenUp) {
        deleteLater();
    } else if (!answer && answer.error().code == ErrorCode::TimedOut) {
        answered(makeError(Fault::ServiceSilent, m_call.method));
    } else if (!answer && answer.error().code == ErrorCode::Unreachable) {
        answered(makeError(Fault::NotConnected, m_call.method));
    } else {
        m_sent = true;
        m_link.call(
            m_call.method, m_call.params, this, [this](const Result<QJsonObject>& answer) { answered(answer); });
    }
}

void Change::answered(const Result<QJsonObject>& answer)
{
    if (m_errand)
        m_errand->finish();
    deleteLater();
    const bool tells = answer || !mayBeDone(answer.error());
    if (tells || !m_givenUp) // that nothing is known was said when it was given up
        tell(answer);
}

void Change::giveUp()
{
    m_givenUp = true;
    tell(m_sent ? Error{ErrorCode::TimedOut, {}, tr("no answer was waited for")} : givenUpUnsent());
}

void Change::tell(const Result<QJsonObject>& result) const
{
    if (m_call.context && m_call.handler)
        m_call.handler(result);
}

} // namespace sallyport
