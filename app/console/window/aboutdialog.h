// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace sallyport
{

// What this program is, and which versions work together, to be copied into a report.
class AboutDialog final : public QDialog
{
    Q_OBJECT

public:
    // `services`: a line for each that was reached.
    explicit AboutDialog(const QStringList& services, QWidget* parent = nullptr);

    const QString& versions() const { return m_versions; }

private:
    QString m_versions;
};

} // namespace sallyport
