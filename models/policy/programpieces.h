// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/programlist.h"

namespace sallyport
{

// What one piece of a line may be.
enum class PieceKind {
    Program, // ends like an executable, or is the path of a file of Unix
    Path, // of a file of Windows without such an ending
    Odd, // ends so, and yet may be a site, an address or a sentence
    Word, // one word
    Phrase, // several
    Signs // no letter in it
};

struct ProgramPiece {
    PieceKind kind = PieceKind::Signs;
    QString text; // what programName() is to be asked about
    qsizetype start = 0; // in the line
    std::optional<ProgramDoubt> doubt = {}; // of an odd one
    bool aside = false; // in quotes or behind a tab or bar: beside a program it describes that one
};

// Whether it ends like an executable and has a name before.
bool endsExecutable(QStringView word);

// What a line without a table names, after its bullets and numbers and up to its remark. A label ("Chat:") names
// nothing.
QList<ProgramPiece> programPieces(QStringView line);

// A cell that holds a program: the whole of it, or of a command line what stands before the arguments.
ProgramPiece programCell(QStringView cell, bool isCommand);

} // namespace sallyport
