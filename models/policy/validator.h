// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/fault.h"
#include "models/policy/policy.h"
#include "models/policy/problem.h"

namespace sallyport
{

// Collects problems for validate(): the checks that several parts of a policy share.
class Validator
{
public:
    void error(Fault fault, const QString& path, const QStringList& arguments = {}, const QString& value = {});
    void warning(Fault fault, const QString& path, const QStringList& arguments = {}, const QString& value = {});

    void range(const QString& path, int value, int least, int most);
    // One line of printable text, at most `most` characters.
    void line(const QString& path, const QString& value, qsizetype most);
    void host(const QString& path, const QString& value);

    const QList<Problem>& problems() const { return m_problems; }

private:
    QList<Problem> m_problems;
};

void validateClient(const ClientConfiguration& client, Validator& out);
void validateApplications(const QList<ApplicationEntry>& applications, Validator& out);
void validateLocalAddresses(const QList<AddressRange>& ranges, Validator& out);
void validateLocalDomains(const QStringList& domains, Validator& out);

} // namespace sallyport
