// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace sallyport
{

// Why a name may be none.
enum class ProgramDoubt {
    Site, // may as well be the address of a site or of somebody
    OtherFile, // ends like a file of another kind
    Sentence, // stands behind other words
    Label, // stands behind a label of its own: "Contact: anna"
    Words, // several words, none of which ends like an executable
    NoEnding, // does not end like an executable, where others do
    Brackets // in brackets, as parts of the system are in lists of processes
};

// A program that a pasted list names, or may name.
struct ListedProgram {
    enum class Certainty {
        Sure, // it ends like an executable, is a path, is known, or the list has nothing but bare names
        Doubtful, // may as well be a heading, a remark or the address of a site
        None // stands where a name should and can't be one; `name` is empty
    };

    QString typed; // what it was read from
    QString name; // as programName() makes it; not checked for what a section of mspclnt.ini may be called
    qsizetype start = 0; // of `typed` in the text
    int line = 0; // of the text, from 0
    std::optional<ProgramDoubt> doubt = {}; // why it may be none

    Certainty certainty() const
    {
        return name.isEmpty() ? Certainty::None : doubt ? Certainty::Doubtful : Certainty::Sure;
    }
};

struct ProgramList {
    QList<ListedProgram> programs; // in the order of the text, repetitions included
    int leftOut = 0; // lines with text but no program: headings, remarks, rulers
};

// The file names that a word or a program's full name means: "aim" -> aim, "AOL Instant Messenger" -> aim. Empty: not
// known.
using KnownPrograms = std::function<QStringList(const QString& words)>;

// Reads lists as people have them: names or paths, one a line or several between , ; | and tabs, with bullets, numbers,
// quotes, arguments and remarks (# // ;); tables with a title over the names (CSV, tasklist, Get-Process, ps), whose
// other columns are left out; "Label: value" blocks. Any text gives an answer; its time is in proportion to the text.
ProgramList readProgramList(const QString& text, const KnownPrograms& known);

} // namespace sallyport
