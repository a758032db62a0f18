// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/endedsentence.h"
#include "app/service/control/methods.h"
#include "models/base/fault.h"
#include "models/control/messages.h"

namespace sallyport
{

namespace
{

using Name = QLatin1StringView;

enum class Action { Start, Stop, Restart };

std::optional<Action> actionFromWord(QStringView word)
{
    if (word == Name("start"))
        return Action::Start;
    if (word == Name("stop"))
        return Action::Stop;
    return word == Name("restart") ? std::optional(Action::Restart) : std::nullopt;
}

Outcome list(const ServiceParts& parts, const ControlCall& call)
{
    MemberReader params(call.params);
    if (const auto bad = misfit(params))
        return *bad;
    return QJsonObject{{Name("services"), servicesJson(parts.dataPlane.services())}};
}

// The data plane answers on its own threads but is to be asked from one only: every next step goes by way of `home`.
void control(QObject* home, const ServiceParts& parts, const ControlCall& call, const Dispatcher::Done& done)
{
    MemberReader params(call.params);
    const ServiceName name = params.word(Name("name"), serviceFromWord);
    const Action action = params.word(Name("action"), actionFromWord);
    const QString reason = params.text(Name("reason"), QString()).trimmed();
    if (reason.size() > longestReason)
        params.fail(makeError(Fault::TextTooLong, QStringLiteral("reason"), {QString::number(longestReason)}));
    if (const auto bad = misfit(params))
        return done(*bad);

    DataPlane* plane = &parts.dataPlane;
    const auto answer = [plane, home, done](const std::vector<EndedConnection>& ended, const QString& what) {
        QMetaObject::invokeMethod(home, [plane, done, ended, what] {
            done({QJsonObject{{Name("services"), servicesJson(plane->services())}, {Name("ended"), endedJson(ended)}},
                what});
        });
    };
    const auto start = [plane, name, done, answer](const std::vector<EndedConnection>& ended, const QString& what) {
        plane->startService(name, [done, answer, ended, what](const Status& started) {
            if (!started)
                return done(started.error());
            answer(ended, what);
        });
    };
    const QString word = serviceWord(name);
    const QString why = reason.isEmpty() ? QString() : QString(QStringLiteral(": ") + reason);
    if (action == Action::Start)
        return start({}, QStringLiteral("started %1%2").arg(word, why));
    plane->stopService(name, call.caller.who.toStdString(),
        [home, action, start, answer, word, why](const std::vector<EndedConnection>& ended) {
            const QString what = QString(word + QStringLiteral("; ") + endedSentence(ended) + why);
            if (action == Action::Stop)
                return answer(ended, QString(QStringLiteral("stopped ") + what));
            QMetaObject::invokeMethod(
                home, [start, ended, what] { start(ended, QString(QStringLiteral("restarted ") + what)); });
        });
}

} // namespace

QJsonArray servicesJson(const std::vector<ServiceStatus>& services)
{
    return arrayOf(services);
}

void addServiceMethods(Dispatcher& dispatcher, const ServiceParts& parts)
{
    using Access = Dispatcher::Access;
    using Effect = Dispatcher::Effect;
    dispatcher.add("services.list", Access::Viewer, Effect::Reads,
        [&parts](const ControlCall& call) { return list(parts, call); });
    dispatcher.addLater("services.control", Access::Operator, Effect::Changes,
        [&dispatcher, &parts](
            const ControlCall& call, const Dispatcher::Done& done) { control(&dispatcher, parts, call, done); });
}

} // namespace sallyport
