// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/session.h"

#include <vector>

namespace sallyport
{

// What the audit trail says of connections that were ended, whose they were and where they led: ended 3 connections of
// "anna" ("icq.exe") to 10.0.0.1:1863, www.example.org:80. Names of users and programs, and hosts that are not spelt as
// such, stand as quoted() has them. Of many as much as leaves room for the reason.
QString endedSentence(const std::vector<EndedConnection>& ended);

} // namespace sallyport
