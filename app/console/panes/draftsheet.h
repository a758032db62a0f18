// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/link/server.h"
#include "dialogs/sheet/propertysheet.h"

#include <functional>
#include <memory>

class QDialog;

namespace sallyport
{

// Why the policy of this server may only be looked at; empty where it may be changed.
QString mayNotChange(const Server& server);

// A place's sentence, and behind it why its policy can only be looked at, where that is the user's role.
QString withObstacle(const QString& sentence, const Server& server);

// Opens a sheet or dialog about a server, which stands in its title: several look alike. It goes when it is closed.
void openOf(const Server& server, QDialog* sheet);

// The sheets of listeners; `report` is told of every change that went into the draft.
void openServerProperties(Server& server, QWidget* parent, const std::function<void(const QString&)>& report);
void openSocksFilter(Server& server, QWidget* parent, const std::function<void(const QString&)>& report);

// Opens a property sheet over one part of the server's draft. OK and Add to Draft put the part back as one step of undo
// named `text`, on top of whatever became of the draft meanwhile; `applied` runs after each. Changes left in a closed
// sheet are there the next time.
template <typename T>
void openOnDraft(PropertySheet<T>* sheet, Server& server, const QString& text,
    const std::function<T(const Policy&)>& read, const std::function<void(Policy&, const T&)>& write,
    const std::function<void()>& applied = {})
{
    PolicyDraft& draft = server.draft();
    sheet->setValue(read(draft.policy()));
    if (server.mayEdit())
        sheet->rememberIn(server.sheetMemory(), sheet->objectName());
    else
        sheet->setReadOnly(mayNotChange(server));
    auto seen = std::make_shared<Policy>(draft.policy());
    sheet->onApplied([&draft, text, write, applied, seen](const T& value) {
        const Policy before = *seen;
        write(*seen, value);
        draft.changeFrom(text, before, *seen);
        if (applied)
            applied();
    });
    openOf(server, sheet);
}

} // namespace sallyport
