// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;

namespace sallyport
{

// Says which keys become shortcuts; one for all windows of the program. None while a sheet blocks their window: window
// managers let it be clicked and made active, and Qt, which keeps keys and clicks from it then, lets shortcuts through.
// The sheet is raised instead. And those of actions that go before the fields of their window, which know other uses of
// some keys.
class WindowKeys final : public QObject
{
    Q_OBJECT

public:
    explicit WindowKeys(QObject* parent);

    // Of an action of a window.
    static void putBeforeFields(QAction& action);

    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace sallyport
