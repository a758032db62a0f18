// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/sheet/propertysheet.h"
#include "models/policy/applicationkeys.h"

#include <QStringList>

#include <optional>

namespace sallyport
{

// One key of several programs.
struct SharedValue {
    QStringList applications;
    ApplicationKey key = ApplicationKey::Disable;
    std::optional<QString> value; // nothing: they differ, and each keeps its own

    bool operator==(const SharedValue&) const = default;
};

// Edits the value that several programs have under one key. OK hands it back when one was chosen for all.
class SharedValueSheet final : public PropertySheet<SharedValue>
{
    Q_OBJECT

public:
    explicit SharedValueSheet(const SharedValue& shared, QWidget* parent = nullptr);
};

} // namespace sallyport
