// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/draft/takeback.h"
#include "app/console/panes/report.h"

namespace sallyport
{

class PolicyDraft;

// What became of `draft`, into which something older was just put, in words and with the way back.
Report reportOf(const Result<PutBack>& put, PolicyDraft& draft);

} // namespace sallyport
