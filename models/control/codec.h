// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>
#include <variant>

namespace sallyport
{

// JSON-RPC 2.0 (jsonrpc.org/specification), one message a line, without batches: parameters and results are always
// objects. Everything here is a pure function, callable from any thread.

// Longest line either side accepts, in bytes without the LF.
inline constexpr qsizetype longestRequest = qsizetype(16) << 20;
inline constexpr qsizetype longestReply = qsizetype(64) << 20;

enum class RpcCode {
    ParseError = -32700,
    InvalidRequest = -32600,
    MethodNotFound = -32601,
    InvalidParams = -32602,
    Refused = -32000, // ours: the Error in `data` says why
};

struct RpcRequest {
    QJsonValue id; // a whole number or a string
    QString method;
    QJsonObject params;
};
struct RpcNotification {
    QString method;
    QJsonObject params;
};
struct RpcReply {
    QJsonValue id;
    QJsonObject result;
};
struct RpcFailure {
    QJsonValue id; // null when the request could not be read
    RpcCode code = RpcCode::Refused;
    Error error;
    QJsonObject data; // further members of error.data, such as "head" of a conflict
};
using RpcMessage = std::variant<RpcRequest, RpcNotification, RpcReply, RpcFailure>;

// Why a line is no message: what to answer with before closing.
struct RpcFault {
    RpcCode code = RpcCode::ParseError;
    QJsonValue id; // of the request when it could be read, else null
    Error error;
};

// Strict: unknown members, members of a call that are there twice (at any depth), a missing or foreign "jsonrpc", ids
// that are neither numbers nor strings of up to 64 characters, nesting that QJson refuses, and invalid UTF-8 are
// faults.
std::variant<RpcMessage, RpcFault> decodeMessage(const QByteArray& line);

// Lines with their LF.
QByteArray encodeMessage(const RpcMessage& message);

// "data" of a failure as an Error and back; `code` and `message` are the words of JSON-RPC.
RpcFailure failureOf(const QJsonValue& id, const Error& error, const QJsonObject& data = {});

} // namespace sallyport
