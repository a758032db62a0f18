// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QDialog;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;
class QWidget;

namespace sallyport
{

// Pieces of the larger dialogs, which are lists rather than forms.
QVBoxLayout* dialogLayout(QDialog* dialog);
QLabel* sectionHeading(const QString& text);
// "&Label:  field" on one line, which is given back, with buddy and accessible name.
QHBoxLayout* addLabelled(QVBoxLayout* layout, const QString& label, QWidget* field);
// [accept] [cancel] at the lower right; accept is the default button and calls accept(), the other reject().
void addButtons(QVBoxLayout* layout, QDialog* dialog, QPushButton* accept, const QString& cancelText);
// [action]… [cancel] of a dialog that stays open while its actions are used.
void addActionButtons(
    QVBoxLayout* layout, QDialog* dialog, const QList<QPushButton*>& actions, const QString& cancelText);

} // namespace sallyport
