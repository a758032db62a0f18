// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/sheet/sections.h"

#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "dialogs/style/mnemonic.h"

#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport
{

QVBoxLayout* dialogLayout(QDialog* dialog)
{
    auto* layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(metrics::section, metrics::section, metrics::section, metrics::wide);
    layout->setSpacing(metrics::small);
    return layout;
}

QLabel* sectionHeading(const QString& text)
{
    auto* heading = plainLabel(text);
    QFont font = heading->font();
    font.setBold(true);
    heading->setFont(font);
    return heading;
}

QHBoxLayout* addLabelled(QVBoxLayout* layout, const QString& label, QWidget* field)
{
    auto* line = new QHBoxLayout;
    line->setSpacing(metrics::wide);
    auto* text = plainLabel(label);
    text->setBuddy(field);
    field->setAccessibleName(fieldName(label));
    line->addWidget(text);
    line->addWidget(field, 1);
    layout->addLayout(line);
    return line;
}

void addButtons(QVBoxLayout* layout, QDialog* dialog, QPushButton* accept, const QString& cancelText)
{
    QObject::connect(accept, &QPushButton::clicked, dialog, &QDialog::accept);
    addActionButtons(layout, dialog, {accept}, cancelText);
    // Only as a part of the dialog it stays the default when it loses the focus.
    accept->setDefault(true);
}

void addActionButtons(
    QVBoxLayout* layout, QDialog* dialog, const QList<QPushButton*>& actions, const QString& cancelText)
{
    auto* line = new QHBoxLayout;
    line->setSpacing(metrics::small);
    line->addStretch();
    for (QPushButton* action : actions)
        line->addWidget(action);
    auto* cancel = new QPushButton(cancelText);
    cancel->setObjectName(QStringLiteral("cancel"));
    cancel->setAutoDefault(false);
    line->addWidget(cancel);
    QObject::connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    layout->addSpacing(metrics::tiny);
    layout->addLayout(line);
}

} // namespace sallyport
