// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/places.h"

#include <QHash>

#include <algorithm>

namespace sallyport
{

namespace
{

enum class Kind { Stranger, Viewer, Administrator, Local };

Kind kindOf(const Caller& caller)
{
    if (!caller.role)
        return Kind::Stranger;
    if (caller.fingerprint.isEmpty())
        return Kind::Local;
    return caller.role == Role::Administrator ? Kind::Administrator : Kind::Viewer;
}

bool isSamePeer(const Caller& left, const Caller& right)
{
    return left.fingerprint == right.fingerprint && left.process == right.process;
}

template <typename Fits> qsizetype count(const QList<ControlChannel*>& channels, Fits fits)
{
    return std::count_if(
        channels.cbegin(), channels.cend(), [&](const ControlChannel* each) { return fits(each->caller()); });
}

} // namespace

Places::Places(const ControlLimits& limits)
    : m_limits(limits)
{
}

bool Places::letIn(const Caller& caller, const QList<ControlChannel*>& channels) const
{
    const Kind kind = kindOf(caller);
    if (kind == Kind::Stranger)
        return !caller.fingerprint.isEmpty();
    const int most = kind == Kind::Local ? m_limits.local
        : kind == Kind::Administrator    ? m_limits.administrators
                                         : m_limits.viewers;
    const int mostOfOne = kind == Kind::Local ? m_limits.perProcess
        : kind == Kind::Administrator         ? m_limits.perAdministrator
                                              : m_limits.perConsole;
    return count(channels, [&](const Caller& other) { return kindOf(other) == kind; }) < most
        && count(channels, [&](const Caller& other) { return isSamePeer(other, caller); }) < mostOfOne;
}

// The oldest of the address, where that has its share, else of the address that has most; one whose code is being
// looked at only when all are. Channels are in the order in which they came.
ControlChannel* Places::strangerToGo(const QString& network, const QList<ControlChannel*>& channels) const
{
    QHash<QString, int> guests;
    int all = 0;
    for (const ControlChannel* each : channels) {
        if (!each->caller().role) {
            ++guests[each->caller().network];
            ++all;
        }
    }
    QString leaving = network;
    if (guests.value(network) < m_limits.strangersPerAddress) {
        if (all < m_limits.strangers)
            return nullptr;
        const auto fewer = [](int left, int right) { return left < right; };
        leaving = std::max_element(guests.cbegin(), guests.cend(), fewer).key();
    }
    ControlChannel* oldest = nullptr;
    for (ControlChannel* each : channels) {
        if (each->caller().role || each->caller().network != leaving)
            continue;
        if (!each->isBusy())
            return each;
        if (!oldest)
            oldest = each;
    }
    return oldest;
}

} // namespace sallyport
