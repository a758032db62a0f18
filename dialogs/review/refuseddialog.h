// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/refusedconnection.h"

#include <QDialog>

#include <functional>

class QPushButton;

namespace sallyport
{

class RefusedList;

// After Apply: the live connections that the policy in force would refuse, ticked, and one button that ends them.
class RefusedDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit RefusedDialog(const QList<RefusedConnection>& refused, TimePoint now = {}, QWidget* parent = nullptr);

    void onDisconnect(std::function<void(const QList<ConnectionId>&)> handler) { m_handler = std::move(handler); }
    void accept() override;

private slots:
    void showTicked();

private:
    std::function<void(const QList<ConnectionId>&)> m_handler;
    RefusedList* m_refused;
    QPushButton* m_disconnect;
};

} // namespace sallyport
