// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/policypath.h"

namespace sallyport
{

QString entryPath(const QString& name, QAnyStringView member)
{
    const QString entry = entriesPath + u'[' + name + u']';
    return member.isEmpty() ? entry : QString(entry + u'.' + member.toString());
}

std::optional<EntryPath> parseEntryPath(QStringView path)
{
    const qsizetype begin = entriesPath.size() + 1;
    const qsizetype end = path.lastIndexOf(u']');
    if (end < begin || !path.startsWith(entriesPath) || path.at(begin - 1) != u'[')
        return std::nullopt;
    const QStringView rest = path.sliced(end + 1);
    if (!rest.isEmpty() && (rest.size() == 1 || rest.front() != u'.'))
        return std::nullopt;
    return EntryPath{path.sliced(begin, end - begin).toString(), rest.mid(1).toString()};
}

} // namespace sallyport
