// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QPushButton;
class QVBoxLayout;

namespace sallyport
{

// The path of a file, typed, pasted or dropped. "~/x", "file:///x" and quotes around it are understood; what is not
// absolute lies in the folder.
class PathField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit PathField(QWidget* parent = nullptr);

    void setFolder(const QString& folder) { m_folder = folder; }
    // Absolute; empty when nothing is written.
    QString path() const;
    void setPath(const QString& path);

private:
    QString m_folder;
};

// "&Label:  field  [Browse…]" on one line. What the button, which is given back, opens is the caller's.
QPushButton* addPathLine(QVBoxLayout* layout, const QString& label, PathField* field);

} // namespace sallyport
