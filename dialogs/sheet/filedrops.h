// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace sallyport
{

// Takes files dropped onto widgets that would take their paths for text, or take nothing. Of several the first counts.
class FileDrops final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Of a scroll area it is the viewport that is dropped onto.
    void watch(QWidget* target);

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void dropped(const QString& path);
};

} // namespace sallyport
