// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/control/controlclient.h"

#include <chrono>

QT_BEGIN_NAMESPACE
class QSslSocket;
QT_END_NAMESPACE

namespace sallyport
{

// The steps of making a service known: probe() shows the fingerprint it answers with, a person compares it with the one
// the service printed, enrol() hands in the one-time code under that pin. One step at a time; each ends with exactly
// one of its signals or failed(). Lives in one thread with an event loop and never blocks.
class Enroller : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds defaultPatience{15000};
    // A step that has no answer after `patience`, 1 ms or more, ends with ErrorCode::TimedOut, saying whether the code
    // may have been taken.
    explicit Enroller(std::chrono::milliseconds patience = defaultPatience, QObject* parent = nullptr);
    ~Enroller() override;

    void probe(const QString& host, quint16 port);
    // `endpoint` with the fingerprint to pin and the console's own certificate and key. `name` is how the service lists
    // us.
    void enrol(const ControlEndpoint& endpoint, const QString& code, const QString& name);

signals:
    void probed(const QString& fingerprint);
    void enrolled(sallyport::Role role);
    void failed(const sallyport::Error& error);

private:
    void start(const QString& host, quint16 port);
    void drop();
    Error silence() const;
    void give(const Error& error);
    void onEncrypted();
    void onBroken();
    void onReadyRead();

    const std::chrono::milliseconds m_patience;
    std::unique_ptr<QSslSocket> m_socket;
    ControlEndpoint m_endpoint;
    QByteArray m_request; // empty while probing
    QByteArray m_received;
};

} // namespace sallyport
