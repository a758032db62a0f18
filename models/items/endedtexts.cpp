// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/visibletext.h"
#include "models/items/texts.h"

#include <QCoreApplication>

namespace sallyport::texts
{

namespace
{

constexpr qsizetype mostNamed = 3;

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("sallyport::texts", text, nullptr, n);
}

// A user and, where it is one alone, the program.
QString named(const QString& user, const QStringList& programs)
{
    const QString who = user.isEmpty() ? tr("an anonymous user") : visibleText(user);
    return programs.size() == 1 && !programs.first().isEmpty() ? tr("%1 (%2)").arg(who, visibleText(programs.first()))
                                                               : who;
}

} // namespace

QString ended(qsizetype connections, const QList<Owner>& owners)
{
    const int count = static_cast<int>(connections);
    if (count == 0)
        return tr("Nothing was ended: nothing was connected any more.");
    QStringList users; // in the order met
    QHash<QString, QStringList> programs;
    for (const Owner& owner : owners) {
        if (!users.contains(owner.user))
            users.append(owner.user);
        if (!programs[owner.user].contains(owner.program))
            programs[owner.user].append(owner.program);
    }
    if (users.isEmpty())
        return tr("%n connection(s) ended.", count);
    QStringList names;
    for (const QString& user : std::as_const(users)) {
        if (names.size() < mostNamed)
            names.append(named(user, programs.value(user)));
    }
    const qsizetype more = users.size() - names.size();
    const QString whose = names.join(tr(", "));
    if (more == 0)
        return tr("%n connection(s) of %1 ended.", count).arg(whose);
    return tr("%n connection(s) of %1 and %2 more ended.", count).arg(whose, texts::count(more));
}

} // namespace sallyport::texts
