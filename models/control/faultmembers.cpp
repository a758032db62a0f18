// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/faultmembers.h"

#include "models/base/fault.h"
#include "models/base/visibletext.h"

#include <QJsonArray>

#include <algorithm>

namespace sallyport
{

Error foreignMessage(ErrorCode code, const QString& subject, const QString& detail)
{
    return {code, subject, detail, Fault::MessageForeign, {excerpt(detail)}};
}

void insertFault(QJsonObject& object, Fault fault, const QStringList& arguments)
{
    if (fault == Fault::None)
        return;
    object.insert(faultMember, faultWord(fault));
    object.insert(argumentsMember, QJsonArray::fromStringList(arguments));
}

void takeFault(const QJsonValue& name, const QJsonValue& arguments, Fault& fault, QStringList& taken)
{
    fault = Fault::None;
    taken.clear();
    const std::optional<Fault> known = faultFromWord(name.toString());
    const QJsonArray given = arguments.toArray();
    const bool fits = known && arguments.isArray() && given.size() == argumentCount(*known)
        && std::all_of(given.begin(), given.end(),
            [](const QJsonValue& each) { return each.isString() && each.toString().size() <= longestFaultArgument; });
    if (!fits)
        return;
    fault = *known;
    for (const QJsonValue& each : given)
        taken.append(each.toString());
}

} // namespace sallyport
