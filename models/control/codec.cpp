// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/codec.h"

#include "models/control/faultmembers.h"
#include "models/control/memberreader.h"
#include "models/policy/jsonreader.h"

#include <QJsonDocument>

#include <cstring>

namespace sallyport
{

namespace
{

constexpr QLatin1StringView jsonrpcMember("jsonrpc");
constexpr QLatin1StringView idMember("id");
constexpr QLatin1StringView methodMember("method");
constexpr QLatin1StringView paramsMember("params");
constexpr QLatin1StringView resultMember("result");
constexpr QLatin1StringView errorMember("error");
constexpr QLatin1StringView codeMember("code");
constexpr QLatin1StringView messageMember("message");
constexpr QLatin1StringView dataMember("data");
constexpr QLatin1StringView subjectMember("subject");
constexpr qsizetype longestId = 64;

bool isId(const QJsonValue& value)
{
    if (value.isString())
        return value.toString().size() <= longestId;
    return value.isDouble() && value.toInteger(-1) >= 0;
}

RpcFault fault(RpcCode code, const QJsonValue& id, const QString& subject, const QString& detail)
{
    return {code, isId(id) ? id : QJsonValue(), foreignMessage(ErrorCode::Syntax, subject, detail)};
}

std::variant<RpcMessage, RpcFault> decodeCall(const QJsonObject& object, MemberReader& reader)
{
    const QJsonValue id = object.value(idMember);
    const QString method = reader.text(methodMember);
    QJsonObject params;
    if (reader.has(paramsMember))
        params = reader.object(paramsMember);
    if (const Status read = reader.finish(); !read)
        return RpcFault{RpcCode::InvalidRequest, isId(id) ? id : QJsonValue(), read.error()};
    if (id.isUndefined())
        return RpcMessage(RpcNotification{method, params});
    return RpcMessage(RpcRequest{id, method, params});
}

// {"code": -32000, "message": detail, "data": {"code": word, "subject": path, …}}. A failure of a foreign server may
// lack "data"; the words that JSON-RPC itself requires are then all there is.
std::variant<RpcMessage, RpcFault> decodeFailure(const QJsonObject& object, MemberReader& reader)
{
    RpcFailure failure;
    failure.id = object.value(idMember);
    const QJsonObject error = reader.object(errorMember);
    if (const Status read = reader.finish(); !read)
        return RpcFault{RpcCode::InvalidRequest, {}, read.error()};
    const QJsonValue code = error.value(codeMember);
    const QJsonValue message = error.value(messageMember);
    if (!code.isDouble() || !message.isString())
        return fault(RpcCode::InvalidRequest, failure.id, QString(errorMember),
            QStringLiteral("must hold a code and a message"));
    failure.code = static_cast<RpcCode>(code.toInt());
    failure.data = error.value(dataMember).toObject();
    failure.error.code = errorCodeFromWord(failure.data.take(codeMember).toString()).value_or(ErrorCode::Internal);
    failure.error.subject = failure.data.take(subjectMember).toString();
    failure.error.detail = message.toString();
    const QJsonValue name = failure.data.take(faultMember);
    takeFault(name, failure.data.take(argumentsMember), failure.error.fault, failure.error.arguments);
    return RpcMessage(failure);
}

std::variant<RpcMessage, RpcFault> decodeObject(const QJsonObject& object)
{
    const QJsonValue id = object.value(idMember);
    if (object.value(jsonrpcMember) != QJsonValue(QLatin1StringView("2.0")))
        return fault(RpcCode::InvalidRequest, id, QString(jsonrpcMember), QStringLiteral("must be \"2.0\""));
    const bool failure = object.contains(errorMember);
    if (!id.isUndefined() && !isId(id) && !(failure && id.isNull()))
        return fault(
            RpcCode::InvalidRequest, {}, QString(idMember), QStringLiteral("must be a whole number or a short string"));
    MemberReader reader(object);
    reader.text(jsonrpcMember);
    reader.skip(idMember);
    if (failure)
        return decodeFailure(object, reader);
    if (!object.contains(resultMember))
        return decodeCall(object, reader);
    const QJsonObject result = reader.object(resultMember);
    if (const Status read = reader.finish(); !read)
        return RpcFault{RpcCode::InvalidRequest, {}, read.error()};
    return RpcMessage(RpcReply{id, result});
}

QJsonObject failureObject(const RpcFailure& failure)
{
    QJsonObject data = failure.data;
    data.insert(codeMember, errorWord(failure.error.code));
    data.insert(subjectMember, failure.error.subject);
    insertFault(data, failure.error.fault, failure.error.arguments);
    return {{codeMember, int(failure.code)}, {messageMember, failure.error.detail}, {dataMember, data}};
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Where the first thing stands that QJson takes and RFC 8259 does not, and why it is wrong: control characters in a
// text, escapes that there are not, a point without digits beside it. Another reader on the way would take it another
// way.
std::optional<std::pair<qsizetype, const char*>> looseJson(const QByteArray& line)
{
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const char next = i + 1 < line.size() ? line[i + 1] : '\0';
        const bool space = c == '\t' || c == '\r' || c == '\n';
        if (static_cast<unsigned char>(c) < 0x20 && (quoted || !space))
            return std::pair(i, "a control character must be escaped");
        if (quoted && c == '\\') {
            if (next == '\0' || !std::strchr("\"\\/bfnrtu", next))
                return std::pair(i, "there is no such escape");
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == '.' && (i == 0 || !isDigit(line[i - 1]) || !isDigit(next))) {
            return std::pair(i, "a point stands between digits");
        }
    }
    return std::nullopt;
}

} // namespace

std::variant<RpcMessage, RpcFault> decodeMessage(const QByteArray& line)
{
    if (const auto loose = looseJson(line)) {
        return fault(RpcCode::ParseError, {}, QStringLiteral("byte %1").arg(loose->first),
            QStringLiteral("not JSON: %1").arg(QLatin1StringView(loose->second)));
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (error.error != QJsonParseError::NoError) {
        return fault(RpcCode::ParseError, {}, QStringLiteral("byte %1").arg(error.offset),
            QStringLiteral("not JSON: %1").arg(error.errorString()));
    }
    if (!document.isObject())
        return fault(
            RpcCode::InvalidRequest, {}, {}, QStringLiteral("a message is one JSON object; send calls one by one"));
    const QJsonObject object = document.object();
    // QJson takes the last of two members; who checked the call on its way may have taken the first. What the service
    // answers is not looked through: it is long, and nothing is decided by it.
    if (object.contains(methodMember)) {
        if (const auto twice = findDuplicateMembers(line); !twice.isEmpty())
            return RpcFault{RpcCode::InvalidRequest, {}, twice.constFirst().error};
    }
    return decodeObject(object);
}

QByteArray encodeMessage(const RpcMessage& message)
{
    QJsonObject object{{jsonrpcMember, QLatin1StringView("2.0")}};
    if (const auto* request = std::get_if<RpcRequest>(&message)) {
        object.insert(idMember, request->id);
        object.insert(methodMember, request->method);
        object.insert(paramsMember, request->params);
    } else if (const auto* notification = std::get_if<RpcNotification>(&message)) {
        object.insert(methodMember, notification->method);
        object.insert(paramsMember, notification->params);
    } else if (const auto* reply = std::get_if<RpcReply>(&message)) {
        object.insert(idMember, reply->id);
        object.insert(resultMember, reply->result);
    } else if (const auto* failure = std::get_if<RpcFailure>(&message)) {
        object.insert(idMember, failure->id);
        object.insert(errorMember, failureObject(*failure));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

RpcFailure failureOf(const QJsonValue& id, const Error& error, const QJsonObject& data)
{
    return {id, RpcCode::Refused, error, data};
}

} // namespace sallyport
