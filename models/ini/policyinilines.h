// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ini/iniscanner.h"
#include "models/ini/lineproblem.h"

#include <vector>

namespace sallyport
{

// The sections of a policy ini as they stand in the file, in views of the decoded text. What is read is marked as used;
// what nobody asked for is an error in the end.
struct PolicyIniEntry {
    QStringView key; // empty: a line that is no setting
    QStringView value;
    QStringView text;
    int line = 0;
    bool used = false;
};
struct PolicyIniSection {
    QStringView name; // empty: its header is damaged
    int line = 0;
    std::vector<PolicyIniEntry> entries{};
    bool used = false;
};

class PolicyIniLines
{
public:
    explicit PolicyIniLines(QStringView text);

    std::vector<PolicyIniSection>& sections() { return m_sections; }
    // The first section of the name; null, with a problem, when there is none. Further ones are problems.
    PolicyIniSection* section(QLatin1StringView name);
    // Likewise for the first entry of a key.
    PolicyIniEntry* take(PolicyIniSection& section, QLatin1StringView key);

    void complain(int line, Fault fault, const QStringList& arguments = {}, QStringView value = {});
    void complain(const Problem& problem) { appendReaderProblem(m_problems, problem); }
    // All problems in the order of their lines, those of unused sections and entries among them.
    QList<Problem> finish();

private:
    void complainOfUnused();

    std::vector<PolicyIniSection> m_sections;
    QList<Problem> m_problems;
};

} // namespace sallyport
