// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/style/icons.h"

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
    void setProblem(const QString& text, Tone tone);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return false; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    QWidget* m_field;
    int m_height = 0;
    int m_measured = 0; // the width that the height is for
    Tone m_tone = Tone::Refused;
};

} // namespace sallyport
