// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace sallyport
{

// Something that was asked of a server and has no answer yet, for whoever shows what is waited for. Begun by
// Server::begin(); it deletes itself once it is over. Belongs to the user interface's thread.
class Errand final : public QObject
{
    Q_OBJECT

public:
    // `words`: what is being done, for people: "Disconnecting…".
    Errand(const QString& words, QObject* parent);
    ~Errand() override;

    const QString& words() const { return m_words; }
    void finish();
    // Nobody waits for it any longer.
    void giveUp();

signals:
    void over(); // once, however it ended
    void givenUp();

private:
    QString m_words;
    bool m_isOver = false;
};

} // namespace sallyport
