// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/control/controllimits.h"
#include "app/service/control/tokenbucket.h"
#include "models/control/linesplitter.h"
#include "models/policy/revision.h"

#include <QElapsedTimer>
#include <QIODevice>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace sallyport
{

// Who is at the other end.
struct Caller {
    QString who; // user or console name; for policy authors and the audit trail
    QString from; // "local:uid=1000", "192.0.2.7:50112 <fingerprint>"
    QString fingerprint; // of a remote console's certificate, else empty
    QString network; // it comes from, see networkOf(); empty for a local one
    qint64 process = 0; // of a local one: its number, 0 where the kernel does not say
    std::optional<Role> role; // nothing: a console that is not enrolled
};

// One connection of the control channel: cuts lines, decodes them, paces the reader and cuts off a peer that does not
// read. Lives in the control thread. After closed() it is to be deleted.
class ControlChannel : public QObject
{
    Q_OBJECT

public:
    ControlChannel(
        std::unique_ptr<QIODevice> device, const Caller& caller, const ControlLimits& limits, QObject* parent);
    ~ControlChannel() override;

    const Caller& caller() const { return m_caller; }
    void setCaller(const Caller& caller);
    // Said hello: notifications are for it.
    bool greeted() const { return m_greeted; }
    void setGreeted() { m_greeted = true; }

    // Takes one whole line.
    void send(const QByteArray& line);
    // Answers a request that requested() announced, with one whole line.
    void answer(const QByteArray& line, qsizetype requestBytes);
    // Bytes that wait for the peer to read them.
    qsizetype outgoing() const;
    // Has a request under way, or its last answer.
    bool isBusy() const { return m_owed > 0 || m_closing; }
    // Closes once everything written has gone; a peer that does not take it loses it.
    void closeGently();
    // Ends it at once, whatever is still to be sent.
    void cutOff(const QString& why);
    bool isClosed() const { return m_closed; }
    // Nobody is there any more to take an answer, whatever is still to be read.
    bool isLeft() const;

signals:
    // `bytes`: the length of its line.
    void requested(const sallyport::RpcRequest& request, qsizetype bytes);
    void drained(); // outgoing() fell below lowWater
    // closed() follows.
    void wasCutOff(const QString& why);
    void closed();

public:
    static constexpr qsizetype lowWater = qsizetype(1) << 20;

private:
    void onReadyRead();
    void onBytesWritten();
    void onSecond();
    void take(const QByteArray& line);
    void setBounds();
    qsizetype lineBytes() const;
    bool mayRead();
    void finish();

    std::unique_ptr<QIODevice> m_device;
    Caller m_caller;
    ControlLimits m_limits;
    LineSplitter m_lines;
    QTimer m_second{this};
    QTimer m_resume{this};
    QElapsedTimer m_progress; // since the peer last took bytes
    QElapsedTimer m_age;
    TokenBucket m_pace; // of requests
    int m_owed = 0; // answers
    qsizetype m_owedBytes = 0; // of the requests these are for
    bool m_paused = false; // until fewer are owed, or those sent have been read
    bool m_greeted = false;
    bool m_closing = false;
    bool m_closed = false;
};

} // namespace sallyport
