// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QShortcut>

namespace sallyport
{

// F8 and Shift+F8 anywhere in the dialog: to the next and the previous place that matters.
template <typename Step> void addStopKeys(QDialog* dialog, Step step)
{
    for (const bool forward : {true, false}) {
        auto* key = new QShortcut(QKeySequence(forward ? QStringLiteral("F8") : QStringLiteral("Shift+F8")), dialog);
        QObject::connect(key, &QShortcut::activated, dialog, [step, forward] { step(forward); });
    }
}

} // namespace sallyport
