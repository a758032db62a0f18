// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/control/identity.h"

namespace sallyport
{

// The service's identity from <folder>/service.key and service.crt, made there on first start. A damaged pair is an
// error: a new key would turn every console away without a word.
Result<TlsIdentity> serviceIdentity(const QString& folder, const QString& serverName);

} // namespace sallyport
