// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/programnames.h"

#include "models/policy/clientconfiguration.h"
#include "models/policy/programname.h"

#include <QRegularExpression>

namespace sallyport
{

ProgramName cleanProgramName(const QString& text)
{
    QString name = text.trimmed();
    if (name == anyProgramName || name.compare(commonConfigurationName, Qt::CaseInsensitive) == 0)
        return {name, true};
    name = programName(name);
    static const QRegularExpression wrong(QStringLiteral("[\\[\\]=;,\"<>|:?*\\x00-\\x1f\\x7f-\\x9f]"));
    static const QRegularExpression something(QStringLiteral("[\\p{L}\\p{N}]"));
    static const QStringList reserved{QStringLiteral("common"), QStringLiteral("internal"), QStringLiteral("my config"),
        QStringLiteral("master config"), QStringLiteral("servers ip addresses")};
    const bool valid = name.size() <= 255 && something.match(name).hasMatch() && !wrong.match(name).hasMatch()
        && !reserved.contains(name.toLower()) && name == name.trimmed();
    return {name, valid};
}

} // namespace sallyport
