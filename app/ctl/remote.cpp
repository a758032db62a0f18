// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/remote.h"

#include "app/ctl/serverbook.h"
#include "models/base/places.h"
#include "models/base/visibletext.h"
#include "models/control/messages.h"
#include "models/policy/policyjson.h"

#include <QEventLoop>
#include <QFileInfo>
#include <QHash>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace sallyport
{

namespace
{
using Name = QLatin1StringView;
constexpr int connectPatience = 10; // seconds; more than ControlClient has makes no difference

// The words of another computer: one line, whatever it sent.
Error oneLine(const Error& error)
{
    return {error.code, visibleText(error.subject), visibleText(error.detail)};
}

// Which verb tells whether a call was carried out that had no answer; none for one that changes nothing.
QString afterUnanswered(const QString& method)
{
    static const QHash<QString, QString> verbs{{QStringLiteral("policy.apply"), QStringLiteral("policy history")},
        {QStringLiteral("policy.restore"), QStringLiteral("policy history")},
        {QStringLiteral("services.control"), QStringLiteral("service status")},
        {QStringLiteral("sessions.disconnect"), QStringLiteral("sessions")},
        {QStringLiteral("consoles.revoke"), QStringLiteral("consoles")}};
    const QString verb = verbs.value(method);
    return verb.isEmpty() ? QString()
                          : QStringLiteral("; whether it was done is not known, see \"sallyportctl %1\"").arg(verb);
}

} // namespace

Remote::Remote(const ControlEndpoint& endpoint, int patience)
    : m_endpoint(endpoint)
    , m_patience(patience)
{
}

Error Remote::silent(int waited) const
{
    return {ErrorCode::Unreachable, m_endpoint.isLocal() ? m_endpoint.socketPath : m_endpoint.host,
        QStringLiteral("the service does not answer (waited %1 s)").arg(waited)};
}

Status Remote::connectNow()
{
    if (m_client.state() == ControlClient::State::Online)
        return {};
    QEventLoop loop;
    QObject::connect(&m_client, &ControlClient::stateChanged, &loop, [&loop](ControlClient::State state) {
        if (state == ControlClient::State::Online || state == ControlClient::State::Waiting)
            loop.quit();
    });
    const int patience = std::min(m_patience, connectPatience);
    QTimer::singleShot(std::chrono::seconds(patience), &loop, &QEventLoop::quit);
    m_client.open(m_endpoint);
    loop.exec();
    if (m_client.state() == ControlClient::State::Online)
        return {};
    if (m_client.state() != ControlClient::State::Waiting || m_client.lastError().code == ErrorCode::TimedOut)
        return silent(patience);
    // Not let in is the service's answer; everything else means that nobody answered.
    Error error = m_client.lastError();
    if (error.code != ErrorCode::NotAuthenticated)
        error.code = ErrorCode::Unreachable;
    return oneLine(error);
}

Result<QJsonObject> Remote::call(const QString& method, const QJsonObject& params)
{
    if (const Status connected = connectNow(); !connected)
        return connected.error();
    QEventLoop loop;
    std::optional<Result<QJsonObject>> answer;
    m_client.call(method, params, &loop, [&](const Result<QJsonObject>& given) {
        answer = given;
        loop.quit();
    });
    QTimer::singleShot(std::chrono::seconds(m_patience), &loop, &QEventLoop::quit);
    loop.exec();
    if (answer && answer->ok())
        return *answer;
    Error error = answer ? oneLine(answer->error()) : silent(m_patience);
    if (error.code == ErrorCode::Unreachable)
        error.detail += afterUnanswered(method);
    return error;
}

Result<QJsonObject> Remote::list(const QString& method, ListPages pages)
{
    while (true) {
        const auto page = call(method, pages.params());
        if (!page)
            return page;
        if (pages.take(*page))
            return pages.whole();
    }
}

Result<Remote::Head> Remote::policy(RevisionNumber number)
{
    QJsonObject params;
    if (number > 0)
        params.insert(Name("revision"), qint64(number));
    const auto answer = call(QStringLiteral("policy.get"), params);
    if (!answer)
        return answer.error();
    const auto revision = revisionFromJson(answer->value(Name("revision")).toObject());
    if (!revision)
        return revision.error();
    const auto policy = policyFromJson(answer->value(Name("policy")).toObject());
    if (!policy)
        return policy.error();
    return Head{*revision, *policy};
}

Result<Revision> Remote::apply(const Head& parent, const Policy& policy, const QString& comment)
{
    const auto answer = call(QStringLiteral("policy.apply"),
        {{Name("parent"), qint64(parent.revision.number)}, {Name("policy"), policyToJson(policy)},
            {Name("comment"), comment}});
    if (!answer)
        return answer.error();
    return revisionFromJson(answer->value(Name("revision")).toObject());
}

Result<ControlEndpoint> endpointOf(const Arguments& arguments)
{
    ControlEndpoint endpoint;
    if (arguments.has("control") && arguments.has("server"))
        return Error{
            ErrorCode::InvalidValue, QStringLiteral("--server"), QStringLiteral("give either --control or --server")};
    if (arguments.has("server")) {
        const ServerBook book;
        const auto server = book.server(arguments.value("server"));
        return server ? book.endpoint(*server) : Result<ControlEndpoint>(server.error());
    }
    endpoint.socketPath = arguments.value("control");
    if (endpoint.socketPath.isEmpty()) {
        endpoint.socketPath = systemControlSocket();
        if (const QString folder = privateServiceFolder(); !QFile::exists(endpoint.socketPath) && !folder.isEmpty())
            endpoint.socketPath = controlSocketIn(folder);
    }
    // QLocalSocket would look for a relative name in the folder for temporary files.
    endpoint.socketPath = QFileInfo(endpoint.socketPath).absoluteFilePath();
    return endpoint;
}

} // namespace sallyport
