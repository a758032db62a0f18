// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/servers/addserverpages.h"

#include "dialogs/sheet/fields.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "dialogs/texts/errortexts.h"
#include "models/policy/hostnames.h"

#include <QCheckBox>
#include <QFontDatabase>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>

namespace sallyport
{

ServerAddressPage::ServerAddressPage(Enrolment& enrolment)
    : ValuePage<NewServer>(QLatin1StringView("serverAddress"), tr("Where is the service?"))
    , m_enrolment(enrolment)
    , m_host(new QLineEdit)
    , m_port(new NumberField(1, 65535))
    , m_name(new QLineEdit)
    , m_note(nullptr)
{
    m_host->setPlaceholderText(QStringLiteral("gateway.example.com"));
    m_name->setPlaceholderText(tr("as the address"));
    addField(tr("&Address:"), m_host, QLatin1StringView("host"));
    addField(tr("Control &port:"), m_port, QLatin1StringView("port"), tr("TCP, with TLS"));
    addField(tr("Na&me in this console:"), m_name, QLatin1StringView("name"));
    m_note = addNote({});
    endWithStretch();
    connect(m_host, &QLineEdit::textChanged, this, &ServerAddressPage::hostEdited);
    connect(m_port, &QLineEdit::textChanged, this, &ServerAddressPage::forgetAnswer);
}

ServerAddress ServerAddressPage::address() const
{
    const ServerAddress typed = readServerAddress(m_host->text());
    return {typed.host, typed.port > 0 ? typed.port : m_port->valueOr(0)};
}

void ServerAddressPage::showAddress(const ServerAddress& address)
{
    if (m_host->text() != address.host)
        m_host->setText(address.host);
    if (address.port > 0 && address.port != m_port->valueOr(0))
        m_port->setText(QString::number(address.port));
}

// All that "sallyportd enrol" printed may be pasted here.
void ServerAddressPage::hostEdited()
{
    forgetAnswer();
    if (!holdsInvitation(m_host->text()))
        return;
    const Invitation invitation = readInvitation(m_host->text());
    m_code = invitation.code;
    m_expected = invitation.fingerprint;
    showAddress(invitation.address);
    showWords(*m_note, noteText());
}

void ServerAddressPage::forgetAnswer()
{
    m_failure.clear();
    m_fingerprint.clear();
}

void ServerAddressPage::load(const NewServer& server)
{
    quietly([&] {
        m_host->setText(server.host);
        m_port->setText(server.port > 0 ? QString::number(server.port) : QString());
        m_name->setText(server.name == server.host ? QString() : server.name);
        m_fingerprint = server.fingerprint;
        m_code = server.code;
        m_expected = server.expected;
        showWords(*m_note, noteText());
    });
}

QString ServerAddressPage::noteText() const
{
    return m_code.isEmpty()
        ? tr("The service prints its control address when it starts. What sallyportd enrol printed can "
             "be pasted into the address as a whole.")
        : tr("The one-time code and the fingerprint that were pasted are kept for the next steps.");
}

void ServerAddressPage::save(NewServer& server) const
{
    server.host = address().host;
    server.port = address().port;
    server.code = m_code;
    server.expected = m_expected;
    server.name = m_name->text().trimmed().isEmpty() ? server.host : m_name->text().trimmed();
    server.fingerprint = m_fingerprint;
}

QList<FieldProblem> ServerAddressPage::problems() const
{
    QList<FieldProblem> found;
    const QString host = address().host;
    if (host.isEmpty())
        found.append({m_host,
            tr("Enter the name or address of the computer the service runs on, for example gateway.example.com.")});
    else if (!isHost(host))
        found.append({m_host,
            tr("“%1” is no name or address of a computer. Enter the one that the service runs on, for example "
               "gateway.example.com.")
                .arg(boundedWords(host))});
    else if (!m_failure.isEmpty())
        found.append({m_host, m_failure, Severity::Warning});
    if (const int port = readServerAddress(m_host->text()).port; port > 0) {
        if (port > 65535)
            found.append({m_host, tr("A port is a number from 1 to 65535.")});
    } else if (const QString text = m_port->problem(); !text.isEmpty())
        found.append({m_port, text});
    return found;
}

void ServerAddressPage::leave(std::function<void()> go)
{
    emit busyChanged(true);
    const auto answered = [page = QPointer(this), go = std::move(go)](const Result<QString>& fingerprint) {
        if (!page)
            return;
        page->m_fingerprint = fingerprint ? *fingerprint : QString();
        page->m_failure = fingerprint ? QString() : texts::error(fingerprint.error());
        emit page->busyChanged(false);
        if (fingerprint)
            go();
    };
    showAddress(address());
    m_enrolment.fetchFingerprint(address().host, address().port, answered);
}

ServerFingerprintPage::ServerFingerprintPage()
    : ValuePage<NewServer>(QLatin1StringView("serverFingerprint"), tr("Is it the right one?"))
    , m_shown(new QPlainTextEdit)
    , m_pasted(new QLineEdit)
    , m_compared(new QCheckBox(tr("I &compared it with what the service shows")))
{
    addNote(tr("Whoever answered there has this fingerprint. The service prints its own when it starts and with each "
               "one-time code: "
               "paste it here, or compare it by eye."));
    m_shown->setReadOnly(true);
    m_shown->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    // 32 bytes as two rows of eight groups.
    m_shown->setFixedHeight(m_shown->fontMetrics().lineSpacing() * 2 + metrics::section);
    m_pasted->setFont(m_shown->font());
    addField(tr("&Answering:"), m_shown, QLatin1StringView("fingerprint"));
    addField(tr("&Expected:"), m_pasted, QLatin1StringView("expected"));
    addChoice(m_compared, QLatin1StringView("compared"));
    endWithStretch();
}

void ServerFingerprintPage::focusFirst()
{
    m_pasted->setFocus(Qt::OtherFocusReason);
}

void ServerFingerprintPage::load(const NewServer& server)
{
    quietly([&] {
        // Another fingerprint has not been compared yet.
        if (m_fingerprint != server.fingerprint) {
            m_compared->setChecked(false);
            m_pasted->clear();
        }
        m_fingerprint = server.fingerprint;
        if (m_pasted->text().isEmpty())
            m_pasted->setText(server.expected);
        QString shown = texts::fingerprint(server.fingerprint);
        constexpr int row = 8 * 5;
        if (shown.size() > row)
            shown[row - 1] = QLatin1Char('\n');
        m_shown->setPlainText(shown);
    });
}

void ServerFingerprintPage::save(NewServer&) const { }

QList<FieldProblem> ServerFingerprintPage::problems() const
{
    const QString expected = texts::fingerprint(m_pasted->text());
    if (!expected.isEmpty() && expected != texts::fingerprint(m_fingerprint)) {
        return {{m_pasted,
            tr("The fingerprints differ: this is not the service you expect, or you pasted only a part. Do not go on "
               "before they agree.")}};
    }
    if (expected.isEmpty() && !m_compared->isChecked())
        return {{m_compared, tr("Paste the expected fingerprint above, or compare it by eye and tick here.")}};
    return {};
}

ServerCodePage::ServerCodePage(Enrolment& enrolment, const QString& consoleName)
    : ValuePage<NewServer>(QLatin1StringView("serverCode"), tr("Enrol this console"))
    , m_enrolment(enrolment)
    , m_code(new QLineEdit)
    , m_consoleName(new QLineEdit(consoleName))
{
    m_code->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    addNote(tr("On the server, run sallyportd enrol --data DIR --role administrator. It prints a code that works once; "
               "the role it was "
               "made for becomes this console's."));
    addField(tr("One-time c&ode:"), m_code, QLatin1StringView("code"));
    addField(tr("This console's na&me:"), m_consoleName, QLatin1StringView("consoleName"));
    endWithStretch();
    connect(m_code, &QLineEdit::textChanged, this, &ServerCodePage::forgetAnswer);
}

void ServerCodePage::forgetAnswer()
{
    m_failure.clear();
}

void ServerCodePage::load(const NewServer& server)
{
    m_server = server;
    if (!server.code.isEmpty())
        quietly([&] { m_code->setText(server.code); });
}

void ServerCodePage::save(NewServer& server) const
{
    server.role = m_server.role;
}

QList<FieldProblem> ServerCodePage::problems() const
{
    QList<FieldProblem> found;
    if (m_code->text().trimmed().isEmpty())
        found.append({m_code, tr("Enter the one-time code that the server printed.")});
    else if (!m_failure.isEmpty())
        found.append({m_code, m_failure, Severity::Warning});
    if (m_consoleName->text().trimmed().isEmpty())
        found.append({m_consoleName,
            tr("Give this console a name by which the server can list it, for example anna's laptop.")});
    return found;
}

void ServerCodePage::leave(std::function<void()> go)
{
    emit busyChanged(true);
    const auto answered = [page = QPointer(this), go = std::move(go)](const Result<Role>& role) {
        if (!page)
            return;
        page->m_failure = role ? QString() : texts::error(role.error());
        if (role)
            page->m_server.role = *role;
        emit page->busyChanged(false);
        if (role)
            go();
    };
    m_enrolment.enrol(m_server, m_code->text().trimmed(), m_consoleName->text().trimmed(), answered);
}

} // namespace sallyport
