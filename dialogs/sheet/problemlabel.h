// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/problem.h"

#include <QLabel>

namespace sallyport
{

// The line under a field that says what is wrong with it: a shape, then the words. Also told to screen readers as the
// field's description. Takes no room while there is nothing to say.
class ProblemLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ProblemLabel(QWidget* field);

    // Empty text hides it.
    void setProblem(const QString& text, Severity severity);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* m_field;
    Severity m_severity = Severity::Error;
};

} // namespace sallyport
