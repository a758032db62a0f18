// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/jsonreader.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace sallyport
{

namespace
{

// One object or array that is open at the current place.
struct Level {
    bool isObject = false;
    QSet<QString> members;
    QString current; // the member whose value is being read
    int index = 0;
};

QString pathOf(const QList<Level>& levels)
{
    QString path;
    for (const Level& level : levels) {
        if (!level.isObject)
            path += QStringLiteral("[%1]").arg(level.index);
        else if (path.isEmpty())
            path = level.current;
        else
            path += QString(QLatin1Char('.') + level.current);
    }
    return path;
}

// The text of a JSON string literal given with its quotes.
QString unquoted(const QByteArray& literal)
{
    if (!literal.contains('\\'))
        return QString::fromUtf8(literal.constData() + 1, literal.size() - 2);
    return QJsonDocument::fromJson('[' + literal + ']').array().at(0).toString();
}

} // namespace

QList<Problem> findDuplicateMembers(const QByteArray& utf8)
{
    QList<Problem> problems;
    QList<Level> levels;
    int line = 1;
    bool expectMember = false;
    for (qsizetype at = 0; at < utf8.size(); ++at) {
        const char c = utf8.at(at);
        if (c == '\n') {
            ++line;
        } else if (c == '{' || c == '[') {
            levels.append(Level{c == '{', {}, {}, 0});
            expectMember = c == '{';
        } else if (c == '}' || c == ']') {
            if (!levels.isEmpty())
                levels.removeLast();
            expectMember = false;
        } else if (c == ',' && !levels.isEmpty()) {
            expectMember = levels.last().isObject;
            ++levels.last().index;
        } else if (c == '"') {
            const qsizetype start = at;
            for (++at; at < utf8.size() && utf8.at(at) != '"'; ++at) {
                if (utf8.at(at) == '\\')
                    ++at;
            }
            if (!expectMember || levels.isEmpty())
                continue;
            expectMember = false;
            Level& level = levels.last();
            level.current
                = unquoted(QByteArray::fromRawData(utf8.constData() + start, std::min(at + 1, utf8.size()) - start));
            if (level.members.contains(level.current)) {
                appendReaderProblem(
                    problems, {Severity::Error, makeError(Fault::MemberTwice, pathOf(levels)), level.current, line});
            }
            level.members.insert(level.current);
        }
    }
    return problems;
}

} // namespace sallyport
