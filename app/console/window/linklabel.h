// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace sallyport
{

// A label that is one link: Tab comes to it, Enter follows it, and a click leaves the keys where they were.
QLabel* linkLabel(const QString& name, QWidget* parent);
// Its words, plain.
void showLink(QLabel& label, const QString& text);

} // namespace sallyport
