// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QDialog;

namespace sallyport::test
{

// A dialog as a user meets it, filled.
struct KnownDialog {
    QString name; // of its pictures
    std::function<QDialog*()> make; // a fresh one each time
};

// Every dialog there is, some in several states. A test holds it against the headers of dialogs/.
QList<KnownDialog> allDialogs();

} // namespace sallyport::test
