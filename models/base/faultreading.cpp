// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/faultreading.h"

#include "models/base/fault.h"

#include <algorithm>
#include <vector>

namespace sallyport
{

namespace
{

constexpr qsizetype longestText = 500; // the longest English text has some 300

// The English text of a fault, to be found in others: pieces with a place between each two.
struct Shape {
    Fault fault{};
    QStringList pieces;
    QList<qsizetype> places; // the number of each, from 0; no text has one twice
    qsizetype letters = 0; // of all pieces
};

Shape shapeOf(Fault fault)
{
    Shape shape;
    shape.fault = fault;
    const QString text = QString::fromUtf8(faultText(fault));
    qsizetype from = 0;
    const auto addPiece = [&](qsizetype end) {
        shape.pieces.append(text.sliced(from, end - from));
        shape.letters += end - from;
    };
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        const int place = text.at(i + 1).unicode() - u'1';
        if (text.at(i) != u'%' || place < 0 || place > 8)
            continue;
        addPiece(i);
        shape.places.append(place);
        from = i + 2;
    }
    addPiece(text.size());
    return shape;
}

// Those of files that are read where they are, and of what is typed into a console: no call brings them.
bool isOfCalls(Fault fault)
{
    return fault < Fault::ClientHeaderBroken || fault > Fault::ImportEmpty;
}

const std::vector<Shape>& shapes()
{
    // Those that say most come first.
    static const std::vector<Shape> all = [] {
        std::vector<Shape> made;
        for (int i = 1; i < static_cast<int>(Fault::Count); ++i) {
            if (isOfCalls(static_cast<Fault>(i)))
                made.push_back(shapeOf(static_cast<Fault>(i)));
        }
        std::stable_sort(
            made.begin(), made.end(), [](const Shape& a, const Shape& b) { return a.letters > b.letters; });
        return made;
    }();
    return all;
}

// Looks for shapes in one text. Each piece is taken where it first stands behind the one before it, and never looked
// for again: what others wrote can't make this long.
class Reading
{
public:
    Reading(QStringView text, int& looks)
        : m_text(text)
        , m_looks(looks)
    {
        // What stands in brackets is one name.
        for (qsizetype i = 0; i >= 0 && i < text.size(); ++i) {
            if (text.at(i) == u'[')
                i = text.indexOf(u']', i);
            else if (text.sliced(i).startsWith(separator))
                m_subjectEnds.append(i);
            if (i < 0)
                break;
        }
    }

    std::optional<Error> find(const Shape& shape)
    {
        for (const qsizetype end : std::as_const(m_subjectEnds)) {
            const qsizetype start = end + separator.size();
            if (!startsAt(start, shape))
                continue;
            if (const auto arguments = argumentsFrom(start, shape))
                return makeError(shape.fault, m_text.first(end).toString(), *arguments);
            break; // what does not fit behind this one fits behind none
        }
        const auto arguments = startsAt(0, shape) ? argumentsFrom(0, shape) : std::nullopt;
        return arguments ? std::optional(makeError(shape.fault, {}, *arguments)) : std::nullopt;
    }

private:
    static constexpr QLatin1StringView separator{": "};

    bool startsAt(qsizetype start, const Shape& shape)
    {
        ++m_looks;
        return m_text.sliced(start).startsWith(shape.pieces.first());
    }

    std::optional<QStringList> argumentsFrom(qsizetype start, const Shape& shape)
    {
        QStringList arguments(shape.places.size());
        qsizetype at = start + shape.pieces.first().size();
        for (qsizetype i = 0; i < shape.places.size(); ++i) {
            ++m_looks;
            const QString& next = shape.pieces.at(i + 1);
            const bool isLast = i + 1 == shape.places.size();
            const qsizetype found = isLast ? m_text.size() - next.size() : m_text.indexOf(next, at);
            if (found < at || (isLast && !m_text.endsWith(next)))
                return std::nullopt;
            arguments[shape.places.at(i)] = m_text.sliced(at, found - at).toString();
            at = found + next.size();
        }
        return at == m_text.size() ? std::optional(arguments) : std::nullopt;
    }

    const QStringView m_text;
    QList<qsizetype> m_subjectEnds;
    int& m_looks;
};

} // namespace

std::optional<Error> readError(const QString& text, int* looks)
{
    int count = 0;
    int& counted = looks ? *looks : count;
    if (text.size() > longestText)
        return std::nullopt;
    Reading reading(text, counted);
    for (const Shape& shape : shapes()) {
        if (auto error = reading.find(shape))
            return error;
    }
    return std::nullopt;
}

} // namespace sallyport
