// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/consoletreemodel.h"

#include <QPointer>
#include <QWidget>

namespace sallyport
{

class Server;

// Dims the whole of another widget: what is under it can be read and used, and is seen not to be live.
class Veil final : public QWidget
{
    Q_OBJECT

public:
    explicit Veil(QWidget* over);

    // Over what `kind` shows of that server: dimmed while nobody knows what is so now. Null: never.
    void follow(Server* server, NodeKind kind);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void dim();

    QPointer<Server> m_server;
    NodeKind m_kind = NodeKind::Root;
};

} // namespace sallyport
