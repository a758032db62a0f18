// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>

QT_BEGIN_NAMESPACE
class QSslCertificate;
class QSslConfiguration;
QT_END_NAMESPACE

namespace sallyport
{

// The key and self-signed certificate one side of the control channel is known by. Both sides pin the fingerprint, so
// names, issuers and dates of the certificate mean nothing.
struct TlsIdentity {
    QByteArray certificatePem;
    QByteArray privateKeyPem; // unencrypted PKCS #8; keep it readable by its owner only
    QString fingerprint; // SHA-256 of the certificate, 64 lower-case hex digits
};

// A fresh ECDSA P-256 key and a certificate without end date (RFC 5280 section 4.1.2.5).
Result<TlsIdentity> makeIdentity(const QString& commonName);
// From PEM kept earlier; fails when the two do not belong together.
Result<TlsIdentity> readIdentity(const QByteArray& certificatePem, const QByteArray& privateKeyPem);

// 64 lower-case hex digits; empty for a null certificate.
QString fingerprintOf(const QSslCertificate& certificate);
// "AB:CD:…" or any spacing and case as people copy it -> the 64 digits, or an error.
Result<QString> canonicalFingerprint(const QString& text);

// TLS 1.3 with this identity; the peer's certificate is asked for but judged by its fingerprint alone.
Result<QSslConfiguration> tlsConfiguration(const QByteArray& certificatePem, const QByteArray& privateKeyPem);

} // namespace sallyport
