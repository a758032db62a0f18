// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

class QTextBrowser;

namespace sallyport
{

struct HelpKey {
    QString key; // "Ctrl+K"
    QString does;
};

// What help says of one place.
struct HelpPage {
    QString title;
    QString sentence;
    QString filter; // the words its filter knows, rich text; may be empty
    QList<HelpKey> here;
    QList<HelpKey> everywhere;
};

// F1: the place in view, its keys and those of the whole window. Stands beside the window while one works, and follows
// it to other places; Esc closes it.
class HelpSheet final : public QDialog
{
    Q_OBJECT

public:
    explicit HelpSheet(QWidget* parent = nullptr);

    void setPage(const HelpPage& page);

private:
    QTextBrowser* m_text;
};

} // namespace sallyport
