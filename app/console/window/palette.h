// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/window/palettesearch.h"

#include <QDialog>
#include <QIcon>
#include <QTimer>

#include <functional>

class QLabel;
class QLineEdit;
class QListWidget;

namespace sallyport
{

// Ctrl+K: type a few letters of anything, with or without typing errors, press Enter. Stands at the top of its window
// without a frame; Esc or a click elsewhere closes it. Belongs to the user interface's thread.
class Palette final : public QDialog
{
    Q_OBJECT

public:
    struct Entry {
        QString id; // what it is remembered by; empty: it is not
        QString text;
        QString name = {}; // what is searched, where that is not the text
        QString kind = {}; // what it is and where it belongs, in a few words
        QString key = {}; // its shortcut
        QIcon icon = {};
        std::function<void()> run = {};
    };

    // The entries of the ids in `recent` come first while nothing is typed.
    Palette(const QList<Entry>& entries, const QStringList& recent, QWidget* parent = nullptr);

    // Found as well from now on.
    void add(const QList<Entry>& entries);
    // What the typed text is as a whole, such as a filter; comes first. Without text it is nothing.
    void setReader(std::function<Entry(const QString&)> reader) { m_reader = std::move(reader); }
    void accept() override;

signals:
    void typed(); // something was, for the first time
    void chosen(const QString& id);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void narrow();
    QList<qsizetype> inOrder() const; // while nothing is typed
    void addRow(const Entry& entry, int index);

    QList<Entry> m_entries;
    QList<PaletteSearch::Folded> m_names; // of the entries
    QStringList m_recent;
    std::function<Entry(const QString&)> m_reader;
    Entry m_read; // by it, of what is typed
    QLineEdit* m_field;
    QListWidget* m_list;
    QLabel* m_nothing;
    QTimer m_later;
    bool m_typed = false;
    bool m_moved = false; // the user chose a row
};

} // namespace sallyport
