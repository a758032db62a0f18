// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/catalogue.h"

#include "models/policy/clientconfiguration.h"
#include "models/policy/jsonreader.h"
#include "models/policy/programname.h"

#include <QHash>
#include <QJsonDocument>

namespace sallyport
{

namespace
{

using Member = QLatin1StringView;

QString required(JsonReader& reader, Member member)
{
    const QString text = reader.text(member);
    if (text.isEmpty())
        reader.report(ErrorCode::Missing, reader.path(member), QStringLiteral("is empty; write it"));
    return text;
}

QList<CatalogueWayOut> readWays(JsonReader& reader, QList<Problem>& problems)
{
    QList<CatalogueWayOut> ways;
    const QList<JsonReader::Item> items = reader.objects(Member("waysOut"));
    for (const JsonReader::Item& item : items) {
        JsonReader way(item.json, item.path, problems);
        CatalogueWayOut read;
        read.way = way.word(Member("way"), sessionTypeFromWord, Member("firewallClient, webProxy, socks, secureNat"),
            SessionType::FirewallClient);
        read.closedBy = required(way, Member("closedBy"));
        way.finish();
        ways.append(read);
    }
    return ways;
}

CatalogueProgram readProgram(const JsonReader::Item& item, QList<Problem>& problems)
{
    JsonReader reader(item.json, item.path, problems);
    CatalogueProgram program;
    program.name = required(reader, Member("name"));
    program.kind = required(reader, Member("kind"));
    program.inService = reader.flag(Member("inService"));
    program.sections = reader.texts(Member("sections"));
    program.destinations = reader.texts(Member("destinations"));
    program.waysOut = readWays(reader, problems);
    program.source = required(reader, Member("source"));
    const QString date = reader.text(Member("date"));
    program.date = QDate::fromString(date, Qt::ISODate);
    reader.finish();
    if (!program.date.isValid()) {
        reader.report(ErrorCode::InvalidValue, reader.path(Member("date")),
            QStringLiteral("\"%1\" is not a date; write one such as 2026-11-23").arg(date));
    }
    if (program.sections.isEmpty())
        reader.report(
            ErrorCode::Missing, reader.path(Member("sections")), QStringLiteral("is empty; name the program's file"));
    if (program.waysOut.isEmpty())
        reader.report(ErrorCode::Missing, reader.path(Member("waysOut")), QStringLiteral("is empty; name a way out"));
    return program;
}

// One section belongs to one program, written as it stands in the file.
void checkSections(const Catalogue& catalogue, QList<Problem>& problems)
{
    QHash<QString, QString> owners;
    for (qsizetype i = 0; i < catalogue.programs.size(); ++i) {
        const CatalogueProgram& program = catalogue.programs.at(i);
        for (qsizetype j = 0; j < program.sections.size(); ++j) {
            const QString& section = program.sections.at(j);
            const QString path = QStringLiteral("programs[%1].sections[%2]").arg(i).arg(j);
            const QString key = programKey(section);
            if (key.isEmpty() || key != section.toCaseFolded()) {
                problems.append({Severity::Error,
                    {ErrorCode::InvalidValue, path,
                        QStringLiteral("\"%1\" is not a file name without extension").arg(section)},
                    section, 0});
            } else if (owners.contains(key)) {
                problems.append({Severity::Error,
                    {ErrorCode::Duplicate, path,
                        QStringLiteral("\"%1\" belongs to %2 already").arg(section, owners.value(key))},
                    section, 0});
            }
            owners.insert(key, program.name);
        }
    }
}

} // namespace

const CatalogueProgram* Catalogue::find(QStringView program) const
{
    const QString key = programKey(program);
    for (const CatalogueProgram& known : programs) {
        for (const QString& section : known.sections) {
            if (programKey(section) == key)
                return &known;
        }
    }
    return nullptr;
}

Result<Catalogue> readCatalogue(const QByteArray& utf8, QList<Problem>* problems)
{
    QList<Problem> found;
    Catalogue catalogue;
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(utf8, &parseError);
    if (!document.isObject()) {
        found.append({Severity::Error,
            {ErrorCode::Syntax, QStringLiteral("catalogue"),
                QStringLiteral("is not a JSON object: %1").arg(parseError.errorString())},
            {}, 0});
    } else {
        const QJsonObject json = document.object();
        found = findDuplicateMembers(utf8);
        JsonReader reader(json, {}, found);
        const int format = reader.number(Member("format"));
        if (format != catalogueFormat) {
            reader.report(ErrorCode::Unsupported, QStringLiteral("format"),
                QStringLiteral("%1 is not a format this version reads; it reads %2").arg(format).arg(catalogueFormat));
        }
        const QList<JsonReader::Item> items = reader.objects(Member("programs"));
        for (const JsonReader::Item& item : items)
            catalogue.programs.append(readProgram(item, found));
        reader.finish();
        checkSections(catalogue, found);
    }
    if (problems)
        problems->append(found);
    if (!found.isEmpty())
        return found.first().error;
    return catalogue;
}

} // namespace sallyport
