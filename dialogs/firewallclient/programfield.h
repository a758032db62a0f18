// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/firewallclient/programcatalogue.h"

#include <QLineEdit>

namespace sallyport
{

// A program's name as it is typed or pasted, with names to choose from. Enter takes a name that was chosen in the list;
// with none chosen it goes on to the window, whether the list is open or not.
class ProgramField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit ProgramField(const ProgramCatalogue& catalogue, QWidget* parent = nullptr);

    // The file name alone, where the text is one that has it; else the text.
    QString program() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace sallyport
