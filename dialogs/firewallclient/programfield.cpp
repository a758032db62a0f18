// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/programfield.h"

#include "dialogs/firewallclient/programnames.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QStandardItemModel>

namespace sallyport
{

ProgramField::ProgramField(const ProgramCatalogue& catalogue, QWidget* parent)
    : QLineEdit(parent)
{
    auto* model = new QStandardItemModel(this);
    for (const OfferedProgram& program : catalogue) {
        auto* item = new QStandardItem(program.name);
        item->setToolTip(program.description);
        model->appendRow(item);
    }
    auto* completer = new QCompleter(model, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    setCompleter(completer);
    // After the completer's own, so that this one is asked first.
    completer->popup()->installEventFilter(this);
}

QString ProgramField::program() const
{
    const ProgramName cleaned = cleanProgramName(text());
    return cleaned.valid ? cleaned.name : text().trimmed();
}

bool ProgramField::eventFilter(QObject* watched, QEvent* event)
{
    auto* list = qobject_cast<QAbstractItemView*>(watched);
    if (!list || event->type() != QEvent::KeyPress || list->currentIndex().isValid())
        return QLineEdit::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
        return QLineEdit::eventFilter(watched, event);
    list->hide();
    QKeyEvent again(key->type(), key->key(), key->modifiers(), key->text(), key->isAutoRepeat());
    QCoreApplication::sendEvent(this, &again);
    return true;
}

} // namespace sallyport
