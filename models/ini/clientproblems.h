// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ini/iniscanner.h"
#include "models/ini/lineproblem.h"

namespace sallyport
{

// Collects the problems of a client ini, line by line, and knows which section they are in.
class ClientProblems
{
public:
    explicit ClientProblems(QList<Problem>& problems)
        : m_problems(problems)
    {
    }

    void beginSection(QStringView name) { m_section = name.toString(); }
    const QString& section() const { return m_section; }

    void warning(const IniLine& line, Fault fault, const QStringList& arguments, QStringView value)
    {
        add(lineProblem(Severity::Warning, line.number, fault, arguments, value.toString()));
    }
    // The fault's first arguments are section, key and value; `more` follow. A warning: one line that can't be read is
    // no reason to refuse what the others say.
    void wrongValue(const IniLine& line, Fault fault, const QStringList& more = {})
    {
        warning(line, fault, QStringList{m_section, line.name.toString(), line.value.toString()} + more, line.value);
    }
    void aboutKey(const IniLine& line, Fault fault)
    {
        warning(line, fault, {m_section, line.name.toString()}, line.name);
    }
    // True for the first line of a key. Where a key stands again the first one counts, so that is only reported.
    bool isFirst(const IniLine& line, bool seen)
    {
        if (seen)
            warning(line, Fault::ClientKeyTwice, {m_section, line.name.toString()}, line.value);
        return !seen;
    }

    void add(const Problem& problem) { appendReaderProblem(m_problems, problem); }

private:
    QList<Problem>& m_problems;
    QString m_section;
};

} // namespace sallyport
