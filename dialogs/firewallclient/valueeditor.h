// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/applicationkeys.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QStackedWidget;

namespace sallyport
{

// Edits the value of one key with what fits its kind: a list of the allowed values with their meaning, or a line that
// is checked while typing.
class ValueEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit ValueEditor(QWidget* parent = nullptr);

    // Changes the editor; a value that does not fit the new key is replaced by that key's first choice or by nothing.
    void setKey(ApplicationKey key);
    void setText(const QString& value);
    // What stands for values that differ: left as they are until something is chosen or typed.
    void setSeveral();
    bool isSeveral() const;
    // Canonical when problem() is empty, else as typed.
    QString text() const;
    QString problem() const; // translated, with the remedy

signals:
    void edited();

private:
    QString typed() const;

    ApplicationKey m_key = ApplicationKey::Disable;
    bool m_several = false;
    QStackedWidget* m_stack;
    QComboBox* m_choice;
    QLineEdit* m_line;
    QWidget* m_server;
    QComboBox* m_serverKind;
    QLineEdit* m_serverName;
};

} // namespace sallyport
