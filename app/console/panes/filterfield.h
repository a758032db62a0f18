// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace sallyport
{

// The filter box of a pane. It turns green while what is typed is understood and red while it is not; the reason is
// told in words through problemChanged(), the tool tip and the accessible description.
class FilterField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterField(QWidget* parent = nullptr);

    // Empty: understood.
    void setProblem(const QString& problem);
    const QString& problem() const { return m_problem; }

signals:
    void problemChanged(const QString& problem);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void colour();

    QString m_problem;
};

} // namespace sallyport
