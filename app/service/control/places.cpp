// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/places.h"

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
    return left.fingerprint == right.fingerprint && (!left.fingerprint.isEmpty() || left.from == right.from);
}

template <typename Fits> qsizetype count(const QList<ControlChannel*>& channels, Fits fits)
{
    return std::count_if(
        channels.cbegin(), channels.cend(), [&](const ControlChannel* each) { return fits(each->caller()); });
}

} // namespace

Places::Places(const ControlLimits& limits)
    : m_limits(limits)
    , m_strangers(limits.strangersPerMinute / 60, limits.strangersPerMinute)
    , m_strangersOfAddress(limits.strangersPerMinuteAndAddress / 60, limits.strangersPerMinuteAndAddress)
    , m_strangersOfConsole(limits.strangersPerMinuteAndConsole / 60, limits.strangersPerMinuteAndConsole)
{
}

bool Places::letIn(const Caller& caller, const QList<ControlChannel*>& channels)
{
    const Kind kind = kindOf(caller);
    if (kind == Kind::Stranger)
        return letStrangerIn(caller, channels);
    const int most = kind == Kind::Local ? m_limits.local
        : kind == Kind::Administrator    ? m_limits.administrators
                                         : m_limits.viewers;
    const int mostOfOne = kind == Kind::Viewer ? m_limits.perConsole : m_limits.perAdministrator;
    return count(channels, [&](const Caller& other) { return kindOf(other) == kind; }) < most
        && count(channels, [&](const Caller& other) { return isSamePeer(other, caller); }) < mostOfOne;
}

bool Places::letStrangerIn(const Caller& caller, const QList<ControlChannel*>& channels)
{
    if (caller.fingerprint.isEmpty())
        return false;
    const auto stranger = [](const Caller& other) { return !other.role; };
    if (count(channels, stranger) >= m_limits.strangers)
        return false;
    const auto neighbour = [&](const Caller& other) { return !other.role && other.network == caller.network; };
    if (count(channels, neighbour) >= m_limits.strangersPerAddress)
        return false;
    // One that is not heard leaves the others what they have.
    TokenBucket& ofConsole = m_strangersOfConsole.of(caller.fingerprint);
    TokenBucket& ofAddress = m_strangersOfAddress.of(caller.network);
    if (ofConsole.isEmpty() || ofAddress.isEmpty() || m_strangers.isEmpty())
        return false;
    for (TokenBucket* each : {&ofConsole, &ofAddress, &m_strangers})
        each->take();
    return true;
}

} // namespace sallyport
