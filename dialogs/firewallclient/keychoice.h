// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace sallyport
{

// The keys an entry may hold, each with what it does. A name is completed while it is typed.
class KeyChoice final : public QComboBox
{
    Q_OBJECT

public:
    explicit KeyChoice(QWidget* parent = nullptr);

    void showPopup() override;
};

} // namespace sallyport
