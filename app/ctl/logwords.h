// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/policy.h"

#include <QJsonObject>

namespace sallyport
{

// How rows of the connection log are told to people; scripts get the fields themselves.

// Whether a row says that something was refused.
bool isRefusal(const QJsonObject& row);
// "11001 no such name"; the number alone where nothing went wrong or no word is known.
QString logStatusText(int status);
// Who decided a row, in the words of the page that the refused client got: "application entry icq: Disable=1". The key
// is that of `policy`, and left out when its entry does not refuse the program any more.
QString logDeciderText(const QJsonObject& row, const Policy& policy);

} // namespace sallyport
