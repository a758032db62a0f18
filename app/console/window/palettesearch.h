// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace sallyport
{

// How well names fit what was typed: the name itself first, then names that begin with it, words that begin with it,
// names that contain all its words; and where nothing does, names that differ by a typing error or are abbreviated.
// Plain values, any thread.
class PaletteSearch
{
public:
    struct Name {
        QString text; // what is compared first
        QString more; // where its words may also stand, such as the server's name
    };
    // Cheap to fit many times: folded once.
    struct Folded {
        QString text;
        QString more;
    };

    static Folded folded(const Name& name);
    // The indexes of those that fit, best first, equal ones in their order; at most `limit`.
    static QList<qsizetype> find(const QString& typed, const QList<Folded>& names, qsizetype limit);

private:
    static int literal(const QString& typed, const QStringList& words, const Folded& name);
    static int nearly(const QStringList& words, const Folded& name);
};

} // namespace sallyport
