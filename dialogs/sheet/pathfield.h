// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

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

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QString m_folder;
};

} // namespace sallyport
