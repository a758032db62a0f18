// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/filterhints.h"

#include "app/console/panes/filterfield.h"
#include "models/base/visibletext.h"
#include "models/items/texts.h"
#include "models/policy/filterwords.h"

#include <QKeySequence>

#include <algorithm>

namespace sallyport
{

namespace
{

using Field = Filter::Field;
using Kind = Filter::Field::Kind;

// Of a number or time, which a value typed in full seldom finds.
bool isMeasured(const Field& field)
{
    return field.kind > Kind::Port;
}

QString sentence(const Field& field)
{
    const QString title = visibleText(field.title.isEmpty() ? field.name : field.title);
    switch (field.kind) {
    case Kind::Text:
        return FilterField::tr("%1 holds this text").arg(title);
    case Kind::Program:
        return FilterField::tr("%1, however the program is spelled").arg(title);
    case Kind::Port:
        return FilterField::tr("%1, a whole number").arg(title);
    case Kind::Count:
        return FilterField::tr("%1, more or less than a number").arg(title);
    case Kind::Bytes:
        return FilterField::tr("%1, more or less than so many bytes").arg(title);
    case Kind::Rate:
        return FilterField::tr("%1, more or less than so many bytes a second").arg(title);
    case Kind::Time:
        return FilterField::tr("%1, so long ago or on a day").arg(title);
    }
    return {};
}

QStringList examples(Kind kind)
{
    switch (kind) {
    case Kind::Count:
        return {QStringLiteral("1"), QStringLiteral("10"), QStringLiteral("100")};
    case Kind::Bytes:
        return {QStringLiteral("1MB"), QStringLiteral("100MB"), QStringLiteral("1GB")};
    case Kind::Rate:
        return {QStringLiteral("10KB/s"), QStringLiteral("1MB/s")};
    case Kind::Time:
        return {QStringLiteral("5m"), QStringLiteral("1h"), QStringLiteral("1d"), QStringLiteral("1w")};
    default:
        return {};
    }
}

// The word at the end of the text, of which the cursor stands behind the last character.
struct Begun {
    FilterText word;
    qsizetype begin = 0; // behind its minus
    qsizetype separator = -1; // behind the field's name

    QString head() const { return word.text.mid(begin, separator < 0 ? -1 : separator - begin); }
    QString minus() const { return word.text.left(begin); }
};

std::optional<Begun> begun(const QString& text)
{
    const FilterWords typed = filterWords(text);
    if (typed.words.isEmpty() || (!typed.isOpen && text.back().isSpace()))
        return std::nullopt;
    Begun last{typed.words.last()};
    last.begin = last.word.isPlain(0, u'-') ? 1 : 0;
    const qsizetype separator = last.word.find(u":<>", last.begin);
    if (separator < last.word.text.size())
        last.separator = separator;
    return last;
}

// The name by which a field begins so: its title before the English one.
QString nameBeginning(const Field& field, const QString& beginning)
{
    if (const QString shown = field.shownName(); shown.startsWith(beginning))
        return shown;
    if (field.name.startsWith(beginning))
        return field.name;
    const auto other = std::find_if(field.others.begin(), field.others.end(),
        [&beginning](const QString& one) { return one.startsWith(beginning); });
    return other == field.others.end() ? QString() : *other;
}

FilterHint fieldHint(const Field& field, const QString& name, const QString& minus)
{
    const QString word = minus + name + QLatin1Char(field.kind == Kind::Time ? '<' : isMeasured(field) ? '>' : ':');
    return {word, sentence(field), word};
}

QList<FilterHint> fieldHints(const Begun& last, const QList<Field>& fields)
{
    QList<FilterHint> hints;
    const QString beginning = last.head().toCaseFolded();
    for (const Field& field : fields) {
        if (const QString name = nameBeginning(field, beginning); !name.isEmpty() && hints.size() < mostHints)
            hints.append(fieldHint(field, name, last.minus()));
    }
    return hints;
}

QList<FilterHint> exampleHints(const Begun& last, const Field& field)
{
    QList<FilterHint> hints;
    const QString rest = last.word.text.mid(last.separator);
    if (rest.size() > 2 || rest.back().isDigit())
        return hints;
    QString comparison = QString(rest).remove(u':');
    if (comparison.isEmpty())
        comparison = field.kind == Kind::Time ? QStringLiteral("<") : QStringLiteral(">");
    const QString about = field.kind != Kind::Time ? QString()
        : comparison.startsWith(u'<')              ? FilterField::tr("less long ago")
                                                   : FilterField::tr("longer ago");
    for (const QString& example : examples(field.kind)) {
        const QString word = last.minus() + last.head() + comparison + example;
        hints.append({word, about, word});
    }
    return hints;
}

QList<FilterHint> valueHints(const Begun& last, const Field& field, const FilterSource& source)
{
    // What follows the last |, or the colon.
    qsizetype from = last.separator;
    for (qsizetype bar = last.word.find(u"|", from); bar < last.word.text.size(); bar = last.word.find(u"|", bar + 1))
        from = bar;
    const QString before = last.word.raw.left(last.word.at.at(from) + 1);
    QString typed = last.word.text.mid(from + 1);
    if (typed.startsWith(u'=') && !last.word.isQuotedAt(from + 1))
        typed.remove(0, 1);
    const QString wanted = Filter::folded(typed);
    const ValueCounts counts = source.values(field.name);
    QList<FilterHint> hints;
    for (const ValueCounts::One& one : counts.values) {
        const QString value = Filter::folded(one.value);
        if (!value.contains(wanted))
            continue;
        // Typed to its end there is nothing to go on with.
        if (value == wanted && !value.isEmpty())
            return {};
        const QString count = texts::count(one.count);
        const QString shown = one.value.isEmpty() ? FilterField::tr("nothing") : visibleText(one.value);
        if (hints.size() < mostHints)
            hints.append({counts.isSample ? FilterField::tr("%1 (about %2)").arg(shown, count)
                                          : FilterField::tr("%1 (%2)").arg(shown, count),
                {}, before + Filter::word({}, one.value).mid(1)});
    }
    return hints;
}

QString row(const QString& word, const QString& text)
{
    return QStringLiteral("<tr><td><tt>%1</tt>&nbsp;&nbsp;</td><td>%2</td></tr>")
        .arg(word.toHtmlEscaped(), text.toHtmlEscaped());
}

// The field of that name or, where a list has none, its first of the kind; the name itself when it has neither.
QString exampleField(const QList<Field>& fields, const QString& name, Kind kind)
{
    auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.goesBy(name); });
    if (found == fields.end())
        found = std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.kind == kind; });
    return found == fields.end() ? name : found->shownName();
}

} // namespace

QList<FilterHint> filterHints(const QString& text, const FilterSource& source, bool all)
{
    const QList<Field> fields = source.fields();
    const auto last = begun(text);
    if (!last)
        return all ? fieldHints({}, fields) : QList<FilterHint>();
    if (last->separator < 0) {
        const bool isName = last->word.openings.isEmpty() && (all || last->word.text.size() > last->begin);
        return isName ? fieldHints(*last, fields) : QList<FilterHint>();
    }
    const Field* field = Filter::fieldNamed(last->head().toCaseFolded(), fields, Filter::Naming::Beginning);
    if (!field)
        return {};
    if (isMeasured(*field))
        return exampleHints(*last, *field);
    return last->word.text.at(last->separator) == u':' ? valueHints(*last, *field, source) : QList<FilterHint>();
}

QString fieldBegun(const QString& text, const QList<Field>& fields)
{
    const auto last = begun(text);
    if (!last || last->separator >= 0 || !last->word.openings.isEmpty() || last->word.text.size() == last->begin)
        return {};
    const QString beginning = last->head().toCaseFolded();
    const Field* field = Filter::fieldNamed(beginning, fields, Filter::Naming::Beginning);
    return field ? nameBeginning(*field, beginning) : QString();
}

QString filterHelp(const QList<Field>& fields)
{
    QString text = QStringLiteral("<b>%1</b><table>").arg(FilterField::tr("Words of this list").toHtmlEscaped());
    for (const Field& field : fields) {
        QStringList names{field.shownName(), field.name};
        names += field.others;
        names.removeDuplicates();
        names = names.first(qMin(names.size(), qsizetype(3)));
        text += row(fieldHint(field, names.join(QStringLiteral(", ")), {}).word, sentence(field));
    }
    text += QStringLiteral("</table><b>%1</b><table>").arg(FilterField::tr("All words must fit").toHtmlEscaped());
    text += row(QStringLiteral("anna"), FilterField::tr("any field holds it"));
    const QString user = exampleField(fields, QStringLiteral("user"), Kind::Text);
    text += row(user + QStringLiteral(":anna"), FilterField::tr("the field holds it; in quotes, exactly"));
    text += row(user + QStringLiteral(":an*"), FilterField::tr("the whole field; * stands for anything"));
    text += row(user + QStringLiteral(":anna|bert"), FilterField::tr("one or the other"));
    text += row(u'-' + user + QStringLiteral(":anna"), FilterField::tr("what does not fit it"));
    text += row(exampleField(fields, QStringLiteral("received"), Kind::Bytes) + QStringLiteral(">1MB"),
        FilterField::tr("also <, >=, <=; KB, MB, GB, or KiB, MiB, GiB by 1024"));
    text += row(exampleField(fields, QStringLiteral("age"), Kind::Time) + QStringLiteral("<5m"),
        FilterField::tr("younger than 5 minutes; s, m, h, d, w"));
    text += row(QStringLiteral("\"a b\""), FilterField::tr("quotes keep spaces; a quote inside is written twice"));
    text += row(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F).toString(QKeySequence::NativeText),
        FilterField::tr("keeps the filter as a button above the list"));
    return text + QStringLiteral("</table>");
}

} // namespace sallyport
