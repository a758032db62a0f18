// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenarios/robustness/callcases.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace sallyport::test
{

namespace
{

using Name = QLatin1StringView;

constexpr int parseError = -32700;
constexpr int invalidRequest = -32600;
constexpr int methodNotFound = -32601;
constexpr int invalidParams = -32602;

QJsonObject validParams(const MethodSpec& method)
{
    QJsonObject params;
    for (const Parameter& parameter : method.parameters) {
        if (parameter.required)
            params.insert(parameter.name, parameter.valid);
    }
    return params;
}

QJsonObject validCall(const MethodSpec& method)
{
    return {{Name("jsonrpc"), Name("2.0")}, {Name("id"), 7}, {Name("method"), method.name},
        {Name("params"), validParams(method)}};
}

QByteArray text(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

class Cases
{
public:
    explicit Cases(const MethodSpec& method)
        : m_method(method)
    {
    }

    void envelope(const char* name, const char* member, const QJsonValue& value, int code = invalidRequest)
    {
        QJsonObject call = validCall(m_method);
        if (value.isUndefined())
            call.remove(Name(member));
        else
            call.insert(Name(member), value);
        add(QString::fromLatin1(name), text(call), code, {}, {}, code != methodNotFound);
    }

    void broken(const char* name, const QByteArray& line, int code = parseError)
    {
        add(QString::fromLatin1(name), line, code, {}, {}, true);
    }

    void params(const QString& name, const QJsonObject& params, const char* errorWord, const QString& subject = {})
    {
        QJsonObject call = validCall(m_method);
        call.insert(Name("params"), params);
        add(name, text(call), invalidParams, QString::fromLatin1(errorWord), subject, false);
    }

    void param(const QString& what, const Parameter& parameter, const QJsonValue& value, const char* errorWord)
    {
        QJsonObject changed = validParams(m_method);
        if (value.isUndefined())
            changed.remove(parameter.name);
        else
            changed.insert(parameter.name, value);
        params(QStringLiteral("%1 %2").arg(parameter.name, what), changed, errorWord, parameter.name);
    }

    void senseless(const MethodSpec::Senseless& senseless)
    {
        QJsonObject call = validCall(m_method);
        call.insert(Name("params"), senseless.params);
        add(senseless.name, text(call), senseless.rpcCode, senseless.errorWord, {}, false);
    }

    QList<CallCase> take() { return std::move(m_cases); }

private:
    void add(
        const QString& name, const QByteArray& line, int code, const QString& word, const QString& subject, bool closes)
    {
        m_cases.append({QStringLiteral("%1: %2").arg(m_method.name, name), line, code, word, subject, closes});
    }

    const MethodSpec& m_method;
    QList<CallCase> m_cases;
};

void addEnvelopes(Cases& cases)
{
    const QJsonValue absent(QJsonValue::Undefined);
    cases.envelope("no jsonrpc", "jsonrpc", absent);
    cases.envelope("jsonrpc 1.0", "jsonrpc", Name("1.0"));
    cases.envelope("jsonrpc as number", "jsonrpc", 2.0);
    cases.envelope("id null", "id", QJsonValue(QJsonValue::Null));
    cases.envelope("id true", "id", true);
    cases.envelope("id negative", "id", -1);
    cases.envelope("id with fraction", "id", 1.5);
    cases.envelope("id array", "id", QJsonArray{1});
    cases.envelope("id object", "id", QJsonObject());
    cases.envelope("id of 65 characters", "id", QString(65, QLatin1Char('i')));
    cases.envelope("no id", "id", absent);
    cases.envelope("method a number", "method", 7);
    cases.envelope("no method", "method", absent);
    cases.envelope("params array", "params", QJsonArray{1});
    cases.envelope("params text", "params", Name("{}"));
    cases.envelope("params null", "params", QJsonValue(QJsonValue::Null));
    cases.envelope("unknown member", "extra", 1);
    cases.envelope("both call and result", "result", QJsonObject());
}

void addBrokenText(Cases& cases, const MethodSpec& method)
{
    const QByteArray good = text(validCall(method));
    cases.broken("cut off", good.chopped(1));
    cases.broken("text after the end", good + "x");
    cases.broken("two messages on one line", good + good);
    cases.broken("single quotes", QByteArray(good).replace('"', '\''));
    cases.broken("trailing comma", good.chopped(1) + ",}");
    cases.broken("NUL byte", good.chopped(1) + '\0' + "}");
    cases.broken("invalid UTF-8", QByteArray(good).replace("\"2.0\"", "\"2.0\xff\""));
    cases.broken("too deep", good.chopped(1) + ",\"a\":" + QByteArray(3000, '[') + QByteArray(3000, ']') + "}");
    cases.broken("batch", "[" + good + "]", invalidRequest);
    cases.broken("empty line", "", parseError);
}

void addMethodNames(Cases& cases, const MethodSpec& method)
{
    cases.envelope("method in capitals", "method", method.name.toUpper(), methodNotFound);
    cases.envelope("method with a space", "method", QString(method.name + QLatin1Char(' ')), methodNotFound);
    cases.envelope("method with an ending", "method", QString(method.name + QStringLiteral(".now")), methodNotFound);
}

// Values of every JSON type but the parameter's own.
QList<std::pair<QString, QJsonValue>> foreignValues(Parameter::Type type)
{
    QList<std::pair<QString, QJsonValue>> values{
        {QStringLiteral("null"), QJsonValue(QJsonValue::Null)}, {QStringLiteral("true"), true}};
    if (type != Parameter::Type::Number)
        values.append({QStringLiteral("a number"), 7});
    if (type != Parameter::Type::Text && type != Parameter::Type::Word)
        values.append({QStringLiteral("text"), QStringLiteral("7")});
    if (type != Parameter::Type::Numbers)
        values.append({QStringLiteral("an array"), QJsonArray{7}});
    if (type != Parameter::Type::Object)
        values.append({QStringLiteral("an object"), QJsonObject{{QStringLiteral("a"), 7}}});
    return values;
}

void addParameter(Cases& cases, const Parameter& parameter)
{
    if (parameter.required)
        cases.param(QStringLiteral("missing"), parameter, QJsonValue(QJsonValue::Undefined), "missing");
    const auto foreign = foreignValues(parameter.type);
    for (const auto& [name, value] : foreign)
        cases.param(QStringLiteral("is ") + name, parameter, value, "invalidValue");
    if (parameter.type == Parameter::Type::Number) {
        cases.param(QStringLiteral("negative"), parameter, -1, "outOfRange");
        cases.param(QStringLiteral("with fraction"), parameter, parameter.least + 0.5, "outOfRange");
        cases.param(QStringLiteral("huge"), parameter, 1e300, "outOfRange");
        cases.param(QStringLiteral("above the most"), parameter, parameter.most * 2, "outOfRange");
        if (parameter.least > 0)
            cases.param(QStringLiteral("below the least"), parameter, parameter.least - 1, "outOfRange");
    }
    if (parameter.type == Parameter::Type::Numbers) {
        cases.param(QStringLiteral("of text"), parameter, QJsonArray{QStringLiteral("7")}, "invalidValue");
        cases.param(QStringLiteral("of negatives"), parameter, QJsonArray{-7}, "invalidValue");
        cases.param(QStringLiteral("of fractions"), parameter, QJsonArray{7.5}, "invalidValue");
    }
    if (parameter.type == Parameter::Type::Word) {
        cases.param(QStringLiteral("unknown"), parameter, QStringLiteral("other"), "unknownWord");
        cases.param(QStringLiteral("in capitals"), parameter, parameter.valid.toString().toUpper(), "unknownWord");
        cases.param(QStringLiteral("empty"), parameter, QString(), "unknownWord");
    }
}

void addUnknownParams(Cases& cases, const MethodSpec& method)
{
    for (const QString& name :
        {QStringLiteral("extra"), QString(), QStringLiteral("__proto__"), QString(1000, QLatin1Char('x'))}) {
        QJsonObject params = validParams(method);
        params.insert(name, QJsonObject());
        cases.params(QStringLiteral("unknown \"%1\"").arg(name.left(10)), params, "unknownWord", name);
    }
}

} // namespace

QList<CallCase> badCalls(const MethodSpec& method)
{
    Cases cases(method);
    addEnvelopes(cases);
    addBrokenText(cases, method);
    addMethodNames(cases, method);
    addUnknownParams(cases, method);
    for (const Parameter& parameter : method.parameters)
        addParameter(cases, parameter);
    for (const MethodSpec::Senseless& senseless : method.senseless)
        cases.senseless(senseless);
    return cases.take();
}

} // namespace sallyport::test
