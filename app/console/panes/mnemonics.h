// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;

namespace sallyport
{

// Gives every entry of the menu a letter of its own to be chosen by: an entry whose letter stands further up gets
// another of its own letters, the beginnings of its words first. Entries come from several places and are named in
// several languages, so nobody else can see to that.
void keepMnemonicsApart(const QMenu& menu);

} // namespace sallyport
