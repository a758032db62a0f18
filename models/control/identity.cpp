// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/identity.h"

#include "models/base/fault.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>

#include <memory>

namespace sallyport
{

namespace
{

template <auto free> struct Free {
    template <typename T> void operator()(T* object) const { free(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Bio = std::unique_ptr<BIO, Free<BIO_free_all>>;

Error openSslError()
{
    return makeError(Fault::CertificateNotMade, QStringLiteral("certificate"));
}

QByteArray contents(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, size);
}

bool setSerial(X509* certificate)
{
    std::uint64_t serial = 0;
    if (RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial) != 1)
        return false;
    return ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial >> 1) == 1; // positive, RFC 5280
}

Certificate selfSigned(EVP_PKEY* key, const QByteArray& commonName)
{
    Certificate certificate(X509_new());
    if (!certificate || X509_set_version(certificate.get(), X509_VERSION_3) != 1 || !setSerial(certificate.get()))
        return nullptr;
    // A start long past: the clocks of two machines need not agree, and nothing depends on the dates.
    ASN1_TIME_set_string_X509(X509_getm_notBefore(certificate.get()), "20000101000000Z");
    ASN1_TIME_set_string_X509(X509_getm_notAfter(certificate.get()), "99991231235959Z");
    X509_NAME* name = X509_get_subject_name(certificate.get());
    const auto* utf8 = reinterpret_cast<const unsigned char*>(commonName.constData());
    if (X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, utf8, int(commonName.size()), -1, 0) != 1
        || X509_set_issuer_name(certificate.get(), name) != 1 || X509_set_pubkey(certificate.get(), key) != 1
        || X509_sign(certificate.get(), key, EVP_sha256()) == 0)
        return nullptr;
    return certificate;
}

} // namespace

Result<TlsIdentity> makeIdentity(const QString& commonName)
{
    const Key key(EVP_EC_gen("P-256"));
    if (!key)
        return openSslError();
    const Certificate certificate = selfSigned(key.get(), commonName.left(64).toUtf8()); // ub-common-name, RFC 5280
    if (!certificate)
        return openSslError();
    const Bio certificateOut(BIO_new(BIO_s_mem()));
    const Bio keyOut(BIO_new(BIO_s_mem()));
    if (!certificateOut || !keyOut || PEM_write_bio_X509(certificateOut.get(), certificate.get()) != 1
        || PEM_write_bio_PrivateKey(keyOut.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return openSslError();
    return readIdentity(contents(certificateOut.get()), contents(keyOut.get()));
}

Result<TlsIdentity> readIdentity(const QByteArray& certificatePem, const QByteArray& privateKeyPem)
{
    const Bio certificateIn(BIO_new_mem_buf(certificatePem.constData(), int(certificatePem.size())));
    const Bio keyIn(BIO_new_mem_buf(privateKeyPem.constData(), int(privateKeyPem.size())));
    const Certificate certificate(
        certificateIn ? PEM_read_bio_X509(certificateIn.get(), nullptr, nullptr, nullptr) : nullptr);
    const Key key(keyIn ? PEM_read_bio_PrivateKey(keyIn.get(), nullptr, nullptr, nullptr) : nullptr);
    if (!certificate || !key)
        return makeError(Fault::CertificateDamaged, QStringLiteral("certificate"));
    if (X509_check_private_key(certificate.get(), key.get()) != 1)
        return makeError(Fault::CertificateForeign, QStringLiteral("certificate"));
    return TlsIdentity{certificatePem, privateKeyPem, fingerprintOf(QSslCertificate(certificatePem, QSsl::Pem))};
}

QString fingerprintOf(const QSslCertificate& certificate)
{
    return certificate.isNull() ? QString()
                                : QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex());
}

Result<QString> canonicalFingerprint(const QString& text)
{
    QString digits;
    for (const QChar c : text.toLower()) {
        if (!c.isSpace() && c != u':')
            digits.append(c);
    }
    const bool hex = std::all_of(
        digits.cbegin(), digits.cend(), [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
    if (!hex || digits.size() != 64)
        return makeError(Fault::FingerprintDigits, QStringLiteral("fingerprint"));
    return digits;
}

Result<QSslConfiguration> tlsConfiguration(const QByteArray& certificatePem, const QByteArray& privateKeyPem)
{
    const auto identity = readIdentity(certificatePem, privateKeyPem);
    if (!identity)
        return identity.error();
    QSslConfiguration tls;
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    tls.setLocalCertificate(QSslCertificate(certificatePem, QSsl::Pem));
    tls.setPrivateKey(QSslKey(privateKeyPem, QSsl::Ec, QSsl::Pem, QSsl::PrivateKey));
    tls.setPeerVerifyMode(QSslSocket::QueryPeer);
    tls.setCaCertificates({}); // no authority's word counts, so none is looked up on the disk for each handshake
    return tls;
}

} // namespace sallyport
