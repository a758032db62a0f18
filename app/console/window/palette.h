// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QIcon>

#include <functional>

class QLineEdit;
class QListWidget;

namespace sallyport
{

// Ctrl+K: type a few letters of any place or action, press Enter.
class Palette final : public QDialog
{
    Q_OBJECT

public:
    struct Entry {
        QString text;
        QString hint; // where it belongs, or its shortcut
        QIcon icon;
        std::function<void()> run;
    };

    explicit Palette(const QList<Entry>& entries, QWidget* parent = nullptr);

    void accept() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void narrow(const QString& text);

    QList<Entry> m_entries;
    QLineEdit* m_field;
    QListWidget* m_list;
};

} // namespace sallyport
