// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QTemporaryDir>

#include <memory>

namespace sallyport
{

// A name by which a local socket can be listened or connected to. An address holds no more than 107 bytes (sun_path,
// unix(7)); a longer path is named through a link in a folder for temporary files, for as long as this lives. The
// socket itself is at its path either way.
class LocalAddress
{
public:
    static Result<LocalAddress> of(const QString& path);

    const QString& name() const { return m_name; }

private:
    QString m_name;
    std::unique_ptr<QTemporaryDir> m_link;
};

} // namespace sallyport
