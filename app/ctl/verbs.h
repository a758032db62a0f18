// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/remote.h"

#include <QJsonArray>
#include <QJsonObject>

namespace sallyport
{

enum ExitCode { ExitDone = 0, ExitRefused = 1, ExitUsage = 2, ExitUnreachable = 3 };

// How a verb ended: what to print, both ways, or why not.
struct Answer {
    ExitCode exit = ExitDone;
    QString text; // for people
    QJsonObject json; // for --json
    QByteArray bytes; // printed instead of `text`, when not empty; as they are, but on a terminal
    Error error; // unless isShown
    bool isShown; // else `error` is: an ExitRefused may be told by `text` and `json` alone

    Answer(const QString& forPeople, const QJsonObject& forScripts)
        : text(forPeople)
        , json(forScripts)
        , isShown(true)
    {
    }
    Answer(const Error& why)
        : exit(why.code == ErrorCode::Unreachable || why.code == ErrorCode::TimedOut ? ExitUnreachable : ExitRefused)
        , error(why)
        , isShown(false)
    {
    }
    // What was asked for is shown, and something in it is wrong.
    Answer& withoutSuccess()
    {
        exit = ExitRefused;
        return *this;
    }
    static Answer usage(const QString& subject, const QString& detail)
    {
        Answer answer(Error{ErrorCode::InvalidValue, subject, detail});
        answer.exit = ExitUsage;
        return answer;
    }
};

struct Verb {
    const char* words; // "app set"
    const char* parameters; // "PROGRAM KEY VALUE", "[FILE]", "ID…"
    const char* options; // names parted by spaces, valued ones with '='
    const char* help;
    int leastParameters;
    int mostParameters;
    // `arguments.words` are the parameters alone.
    Answer (*run)(Remote& remote, const Arguments& arguments);
};

// All verbs in the order of --help.
const QList<Verb>& verbs();

// The one way of an answer onto the two outputs, which end where nobody knows: nothing in it does more there than show.
struct Printed {
    QByteArray out;
    QByteArray err;
};
Printed printed(const Answer& answer, bool asJson, bool toTerminal);

// Parses, connects, runs. The line is without the program's name.
Answer runCommand(const QStringList& line);
// Whether the first word is help, or --help or -h stands anywhere before "--".
bool asksForHelp(const QStringList& line);
// Whether the line has --json, --help or --version; told even when the rest of it is wrong.
bool hasSwitch(const QStringList& line, const QString& name);
QString helpText();

} // namespace sallyport
