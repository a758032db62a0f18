// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace sallyport
{

// What bytes are that no reader of this folder takes, by how they begin: "HTML", "PDF", "PNG". Empty for everything
// else. The names are the same in every language.
QString foreignKind(const QByteArray& bytes);

} // namespace sallyport
