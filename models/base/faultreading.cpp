// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/faultreading.h"

#include "models/base/fault.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace sallyport
{

namespace
{

// The English text of a fault, to be found in others.
struct Shape {
    Fault fault{};
    QString longest; // of the pieces between its places; what lacks it need not be matched
    qsizetype letters = 0; // of all pieces
    QRegularExpression expression;
};

Shape shapeOf(Fault fault)
{
    Shape shape;
    shape.fault = fault;
    // What stands in brackets is one name.
    QString pattern = QStringLiteral("^(?:(?<subject>(?:\\[[^\\]]*\\]|[^\\[])*?): )?");
    const QString text = QString::fromUtf8(faultText(fault));
    static const QRegularExpression place(QStringLiteral("%([1-9])"));
    QStringList seen;
    qsizetype at = 0;
    const auto addPiece = [&](qsizetype end) {
        const QString piece = text.sliced(at, end - at);
        pattern += QRegularExpression::escape(piece);
        shape.letters += piece.size();
        if (piece.size() > shape.longest.size())
            shape.longest = piece;
    };
    for (auto places = place.globalMatch(text); places.hasNext();) {
        const auto found = places.next();
        addPiece(found.capturedStart());
        const QString number = found.captured(1);
        pattern += (seen.contains(number) ? QStringLiteral("\\k<a%1>") : QStringLiteral("(?<a%1>.*?)")).arg(number);
        seen.append(number);
        at = found.capturedEnd();
    }
    addPiece(text.size());
    shape.expression
        = QRegularExpression(pattern + QStringLiteral("\\z"), QRegularExpression::DotMatchesEverythingOption);
    return shape;
}

const std::vector<Shape>& shapes()
{
    // Those that say most come first.
    static const std::vector<Shape> all = [] {
        std::vector<Shape> made;
        for (int i = 1; i < static_cast<int>(Fault::Count); ++i)
            made.push_back(shapeOf(static_cast<Fault>(i)));
        std::stable_sort(
            made.begin(), made.end(), [](const Shape& a, const Shape& b) { return a.letters > b.letters; });
        return made;
    }();
    return all;
}

} // namespace

std::optional<Error> readError(const QString& text)
{
    for (const Shape& shape : shapes()) {
        if (!text.contains(shape.longest))
            continue;
        const QRegularExpressionMatch match = shape.expression.match(text);
        if (!match.hasMatch())
            continue;
        QStringList arguments;
        for (qsizetype i = 1; i <= argumentCount(shape.fault); ++i)
            arguments.append(match.captured(QStringLiteral("a%1").arg(i)));
        return makeError(shape.fault, match.captured(QStringLiteral("subject")), arguments);
    }
    return std::nullopt;
}

} // namespace sallyport
