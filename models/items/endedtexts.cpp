// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/visibletext.h"
#include "models/items/texts.h"

#include <QCoreApplication>

namespace sallyport::texts
{

namespace
{

constexpr qsizetype mostNamed = 3;

struct EndedTexts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::EndedTexts)
};

// A user and, where it is one alone, the program.
QString named(const QString& user, const QStringList& programs)
{
    const QString who = user.isEmpty() ? EndedTexts::tr("an anonymous user") : visibleText(user);
    return programs.size() == 1 && !programs.first().isEmpty()
        ? EndedTexts::tr("%1 (%2)").arg(who, visibleText(programs.first()))
        : who;
}

} // namespace

QString ended(qsizetype connections, const QList<Owner>& owners)
{
    const int count = static_cast<int>(connections);
    if (count == 0)
        return EndedTexts::tr("Nothing was ended: nothing was connected any more.");
    QStringList users; // in the order met
    QHash<QString, QStringList> programs;
    for (const Owner& owner : owners) {
        if (!users.contains(owner.user))
            users.append(owner.user);
        if (!programs[owner.user].contains(owner.program))
            programs[owner.user].append(owner.program);
    }
    if (users.isEmpty())
        return EndedTexts::tr("%Ln connection(s) ended.", nullptr, count);
    QStringList names;
    for (const QString& user : std::as_const(users)) {
        if (names.size() < mostNamed)
            names.append(named(user, programs.value(user)));
    }
    const qsizetype more = users.size() - names.size();
    const QString whose = names.join(EndedTexts::tr(", "));
    if (more == 0)
        return EndedTexts::tr("%Ln connection(s) of %1 ended.", nullptr, count).arg(whose);
    return EndedTexts::tr("%Ln connection(s) of %1 and %2 more ended.", nullptr, count).arg(whose, texts::count(more));
}

} // namespace sallyport::texts
