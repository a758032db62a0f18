// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

// Rows as text for other programs. What others sent must not become a formula there: a cell that begins with = + - @, a
// tab or a carriage return gets an apostrophe in front, as OWASP advises.
namespace sallyport
{

// The first row is the titles. Line ends and tabs within cells become spaces.
QString tabSeparated(const QList<QStringList>& rows);
// RFC 4180: quoted where needed, lines end with CR LF.
QString commaSeparated(const QList<QStringList>& rows);

} // namespace sallyport
