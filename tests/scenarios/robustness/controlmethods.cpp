// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenarios/robustness/callcases.h"

#include <QJsonArray>

namespace sallyport::test
{

namespace
{

using Type = Parameter::Type;

QString str(const char* text)
{
    return QString::fromLatin1(text);
}

Parameter text(const char* name, const char* valid)
{
    return {str(name), Type::Text, true, str(valid)};
}

Parameter optionalText(const char* name)
{
    return {str(name), Type::Text, false, QString()};
}

Parameter word(const char* name, const char* valid)
{
    return {str(name), Type::Word, true, str(valid)};
}

Parameter number(const char* name, double valid, double least, double most = 9007199254740992.0)
{
    return {str(name), Type::Number, true, valid, most, least};
}

Parameter optionalNumber(const char* name, double least)
{
    return {str(name), Type::Number, false, 1, 9007199254740992.0, least};
}

Parameter object(const char* name, const QJsonObject& valid)
{
    return {str(name), Type::Object, true, valid};
}

QJsonObject with(QJsonObject object, const char* member, const QJsonValue& value)
{
    object.insert(QLatin1StringView(member), value);
    return object;
}

// Params of policy.apply that fit, for variations.
QJsonObject applyParams(const QJsonObject& policy)
{
    return {{str("parent"), 1}, {str("comment"), str("x")}, {str("policy"), policy}};
}

QList<MethodSpec> policyMethods(const QJsonObject& policy)
{
    const QJsonObject unknownWord = with(policy, "unmatched", str("perhaps"));
    const QJsonObject foreignFormat = with(policy, "format", 99);
    const QJsonObject noName
        = with(policy, "server", QJsonObject{{str("name"), QString()}, {str("description"), QString()}});
    return {
        {str("policy.get"), {optionalNumber("revision", 1)},
            {{str("no such revision"), {{str("revision"), 999999}}, str("notFound")}}},
        {str("policy.check"), {object("policy", policy)}, {}},
        {str("policy.apply"), {number("parent", 1, 0), text("comment", "x"), object("policy", policy)},
            {{str("old parent"), with(applyParams(policy), "parent", 999999), str("conflict")},
                {str("empty policy"), applyParams({}), str("missing")},
                {str("unknown word"), applyParams(unknownWord), str("unknownWord")},
                {str("foreign format"), applyParams(foreignFormat), str("unsupported")},
                {str("senseless policy"), applyParams(noName), str("invalidValue")},
                {str("endless comment"), with(applyParams(policy), "comment", QString(5000, QLatin1Char('c'))),
                    str("outOfRange"), -32602}}},
        {str("policy.restore"), {number("revision", 1, 0), number("parent", 1, 0), text("comment", "x")},
            {{str("no such revision"), {{str("revision"), 999999}, {str("parent"), 1}, {str("comment"), QString()}},
                str("notFound")}}},
        {str("policy.history"), {number("limit", 1, 1, 10000), optionalNumber("before", 0)}, {}},
        {str("policy.diff"), {number("from", 1, 0), number("to", 1, 0)},
            {{str("no such revision"), {{str("from"), 1}, {str("to"), 999999}}, str("notFound")},
                {str("no such first"), {{str("from"), 999999}, {str("to"), 1}}, str("notFound")}}},
        {str("policy.impact"), {object("policy", policy)},
            {{str("empty policy"), {{str("policy"), QJsonObject()}}, str("missing")},
                {str("senseless policy"), {{str("policy"), noName}}, str("missing")}}},
    };
}

QList<MethodSpec> sessionMethods()
{
    const MethodSpec::Senseless badFilter{
        str("filter of unknown field"), {{str("filter"), str("colour:red")}}, str("unknownWord"), -32602};
    MethodSpec::Senseless badDisconnect = badFilter;
    badDisconnect.params.insert(str("reason"), str("x"));
    return {
        {str("sessions.list"), {optionalText("filter")}, {badFilter}},
        {str("sessions.subscribe"), {number("interval", 250, 100, 5000)}, {}},
        {str("sessions.unsubscribe"), {}, {}},
        {str("sessions.disconnect"),
            {{str("sessions"), Type::Numbers, true, QJsonArray{1}}, {str("connections"), Type::Numbers, false, {}},
                {str("filter"), Type::Text, false, {}}, text("reason", "x")},
            {badDisconnect, {str("nothing to end"), {{str("reason"), str("x")}}, str("missing"), -32602},
                {str("no reason"), {{str("filter"), QString()}}, str("missing"), -32602},
                {str("reason a number"), {{str("filter"), QString()}, {str("reason"), 7}}, str("invalidValue"), -32602},
                {str("endless reason"), {{str("filter"), QString()}, {str("reason"), QString(5000, QLatin1Char('r'))}},
                    str("outOfRange"), -32602}}},
    };
}

} // namespace

QList<MethodSpec> controlMethods(const QJsonObject& policy)
{
    QList<MethodSpec> methods{
        {str("hello"), {number("protocol", 1, 1, 1), text("client", "test")}, {}},
        {str("enrol"), {text("code", "XXXX"), text("name", "test")},
            {{str("nothing to enrol here"), {{str("code"), str("XXXX")}, {str("name"), str("test")}},
                 str("unsupported")},
                {str("endless name"), {{str("code"), str("XXXX")}, {str("name"), QString(5000, QLatin1Char('n'))}},
                    str("outOfRange"), -32602}}},
        {str("status"), {}, {}},
        {str("ini.get"), {word("file", "mspclnt.ini")},
            {{str("a path"), {{str("file"), str("../service.key")}}, str("unknownWord"), -32602}}},
        {str("services.list"), {}, {}},
        {str("services.control"), {word("name", "socks"), word("action", "start")}, {}},
        {str("clients.list"), {}, {}},
        {str("audit.list"), {number("limit", 1, 1, 10000), optionalNumber("before", 0)}, {}},
        {str("log.query"), {number("limit", 1, 1, 10000), optionalNumber("before", 0), optionalText("text")}, {}},
        {str("consoles.list"), {}, {}},
        {str("consoles.revoke"), {text("fingerprint", "00")},
            {{str("unknown console"), {{str("fingerprint"), str("00ff")}}, str("notFound")}}},
    };
    methods.append(policyMethods(policy));
    methods.append(sessionMethods());
    return methods;
}

} // namespace sallyport::test
