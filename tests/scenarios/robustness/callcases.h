// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace sallyport::test
{

// One bad call and the answer it must get.
struct CallCase {
    QString name;
    QByteArray line; // without LF
    int rpcCode = 0;
    QString errorWord; // of error.data.code; empty: not looked at
    QString subject; // of error.data.subject; empty: not looked at
    bool closes = false; // the service closes the connection after its answer
};

// A parameter of a method of PROTOCOL.md.
struct Parameter {
    enum class Type { Text, Word, Number, Numbers, Object };
    QString name;
    Type type = Type::Text;
    bool required = true;
    QJsonValue valid;
    double most = 9007199254740992.0; // of numbers: 2^53
    double least = 0;
};

struct MethodSpec {
    QString name;
    QList<Parameter> parameters;
    // Well-formed calls that make no sense, with the word of the error.
    struct Senseless {
        QString name;
        QJsonObject params;
        QString errorWord;
        int rpcCode = -32000;
    };
    QList<Senseless> senseless;
};

// All methods. `policy` is one the service would take.
QList<MethodSpec> controlMethods(const QJsonObject& policy);

// Every bad call that can be made of the method: broken envelopes, missing, unknown, wrongly typed and outlandish
// parameters, and its senseless ones.
QList<CallCase> badCalls(const MethodSpec& method);

} // namespace sallyport::test
