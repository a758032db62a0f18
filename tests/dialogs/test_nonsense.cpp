// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is put into a field: the dialog stays, says what is wrong, and hands back nothing that validate() refuses.
#include "dialogs/filters/socksfiltersheet.h"
#include "dialogs/firewallclient/applicationentrysheet.h"
#include "dialogs/firewallclient/firewallclientsheet.h"
#include "dialogs/firewallclient/pasteprogramssheet.h"
#include "dialogs/network/networksheets.h"
#include "dialogs/server/serversheet.h"
#include "dialogs/style/theme.h"
#include "models/ini/clientini.h"
#include "models/ini/policyini.h"
#include "models/policy/policyjson.h"
#include "models/policy/validate.h"
#include "tests/dialogs/dialogprobe.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace sallyport;

namespace
{

// A sheet over one part of a policy; what it accepts is put into `policy`.
using MakeSheet = std::function<QDialog*(Policy& policy)>;

template <typename Sheet, typename Value, typename... Arguments>
QDialog* over(Policy& policy, Value Policy::*part, const Arguments&... arguments)
{
    auto* sheet = new Sheet(arguments...);
    sheet->setValue(policy.*part);
    sheet->onApplied([&policy, part](const Value& value) { policy.*part = value; });
    return sheet;
}

QDialog* serverSheet(Policy& policy)
{
    auto* sheet = new ServerSheet;
    sheet->setValue(ServerSettings::of(policy));
    sheet->onApplied([&policy](const ServerSettings& value) { value.putInto(policy); });
    return sheet;
}

QDialog* entrySheet(Policy& policy, ApplicationKey key)
{
    QList<ApplicationEntry>& entries = policy.client.applications;
    const QString value = applicationKeySpec(key).kind == ValueKind::PortList ? QStringLiteral("7000") : QString();
    auto* sheet = new ApplicationEntrySheet(entries, {}, {QStringLiteral("icq"), key, value});
    sheet->onApplied([&entries](const ApplicationRow& row) { putApplicationRow(entries, nullptr, row); });
    return sheet;
}

QDialog* pasteSheet(Policy& policy)
{
    QList<ApplicationEntry>& entries = policy.client.applications;
    auto* sheet = new PasteProgramsSheet(entries);
    sheet->onApplied([&entries](const PastedPrograms& pasted) { putPastedPrograms(entries, pasted); });
    return sheet;
}

struct Case {
    const char* name;
    MakeSheet make;
};

QList<Case> sheets()
{
    QList<Case> all{
        {"firewall client",
            [](Policy& p) { return over<FirewallClientSheet>(p, &Policy::client, ProgramCatalogue()); }},
        {"web browser", [](Policy& p) { return over<WebBrowserSheet>(p, &Policy::client); }},
        {"server", &serverSheet},
        {"socks", [](Policy& p) { return over<SocksFilterSheet>(p, &Policy::filters, p.listeners); }},
        {"local addresses", [](Policy& p) { return over<LocalAddressesSheet>(p, &Policy::localAddresses); }},
        {"local domains", [](Policy& p) { return over<LocalDomainsSheet>(p, &Policy::localDomains); }},
        {"paste programs", &pasteSheet},
    };
    for (const ApplicationKeySpec& spec : applicationKeySpecs())
        all.append({spec.name.data(), [key = spec.key](Policy& p) { return entrySheet(p, key); }});
    return all;
}

QStringList nonsense()
{
    QString controls;
    for (char16_t c = 1; c < 0x20; ++c)
        controls.append(QChar(c));
    return {
        {},
        QStringLiteral("   "),
        QString(10 * 1024, QLatin1Char('x')),
        QStringLiteral("7000-7022, ").repeated(1000),
        controls,
        QStringLiteral("a\tb"),
        QStringLiteral("a\u0085b\u2028c"),
        QStringLiteral("a") + controls + QStringLiteral("b"),
        QStringLiteral("\u05e9\u05dc\u05d5\u05dd \u202eexe.sgmsm"), // right to left, and an override
        QStringLiteral("😀🏴‍☠️"),
        QStringLiteral("ärger ÿ Ж 漢"),
        QString(QChar(0xd800)), // half a surrogate pair
        QStringLiteral("0"),
        QStringLiteral("-1"),
        QStringLiteral("65536"),
        QStringLiteral("99999999999999999999"),
        QStringLiteral("1e3"),
        QStringLiteral("1-"),
        QStringLiteral("-"),
        QStringLiteral("80-79"),
        QStringLiteral("80,,81"),
        QStringLiteral("[x]"),
        QStringLiteral("a]b"),
        QStringLiteral("a=b;c"),
        QStringLiteral("..\\..\\x/y"),
        QStringLiteral("%s%n %1 &amp; <b>x</b>"),
        QStringLiteral("1.2.3"),
        QStringLiteral("256.1.1.1"),
        QStringLiteral("10.0.0.9 10.0.0.1"),
        QStringLiteral("10.0.0.0/33"),
        QStringLiteral("::1"),
        QStringLiteral("fe80::1%eth0"),
        QStringLiteral("http://"),
        QStringLiteral("javascript:alert(1)"),
        QStringLiteral("*"),
        QStringLiteral("*.*.example.com"),
        QStringLiteral("-example-.com"),
        QStringLiteral("a.").repeated(200),
        QStringLiteral("Common Configuration"),
        QStringLiteral("Servers Ip Addresses"),
        QStringLiteral("msmsgs\r\nMSMSGS.EXE\r\n\r\nC:\\x\\y.exe\r\n\"quoted\"\r\n"),
    };
}

// As a paste does it, which is more than a keyboard can type.
void paste(QWidget* field, const QString& text)
{
    QGuiApplication::clipboard()->setText(text);
    if (auto* line = qobject_cast<QLineEdit*>(field)) {
        line->selectAll();
        line->del();
        line->paste();
    } else if (auto* lines = qobject_cast<QPlainTextEdit*>(field)) {
        lines->selectAll();
        lines->textCursor().removeSelectedText();
        lines->paste();
    }
}

bool canBeFilled(const QWidget* field)
{
    const auto* line = qobject_cast<const QLineEdit*>(field);
    const auto* lines = qobject_cast<const QPlainTextEdit*>(field);
    return field->isEnabled() && ((line && !line->isReadOnly()) || (lines && !lines->isReadOnly()));
}

QString faultOfRefusal(const QDialog& dialog, bool unchanged)
{
    if (!unchanged)
        return QStringLiteral("handed back, and yet open");
    for (const QLabel* label : dialog.findChildren<QLabel*>()) {
        if (label->objectName().endsWith(QLatin1StringView("Problem")) && label->isVisible())
            return {};
    }
    return QStringLiteral("refused without a word");
}

// What is accepted can be applied, and survives every way out of the console.
QString faultOfAnswer(const Policy& policy)
{
    for (const Problem& problem : validate(policy)) {
        if (problem.severity == Severity::Error)
            return QStringLiteral("accepted, but ") + problem.error.text();
    }
    const Result<Policy> json = policyFromJsonText(policyToJsonText(policy));
    const Result<Policy> ini = readPolicyIni(writePolicyIni(policy));
    if (!json || *json != policy)
        return QStringLiteral("accepted, but not kept by JSON");
    if (!ini || *ini != policy)
        return QStringLiteral("accepted, but not kept by ini");
    return {};
}

} // namespace

class TestNonsense : public QObject
{
    Q_OBJECT

private slots:
    void isSaidOrHandedBackValid_data()
    {
        QTest::addColumn<int>("index");
        const QList<Case> all = sheets();
        for (int i = 0; i < all.size(); ++i)
            QTest::newRow(all.at(i).name) << i;
    }

    void isSaidOrHandedBackValid()
    {
        QFETCH(int, index);
        const Case subject = sheets().at(index);
        Policy before = defaultPolicy(QStringLiteral("branch-a"));
        putApplicationRow(before.client.applications, nullptr,
            {QStringLiteral("icq"), ApplicationKey::RemoteBindTcpPorts, QStringLiteral("80")});
        QVERIFY(!hasErrors(validate(before)));
        QStringList fields;
        {
            Policy policy = before;
            const std::unique_ptr<QDialog> dialog(subject.make(policy));
            for (const QWidget* widget : dialog->findChildren<QWidget*>()) {
                if (canBeFilled(widget) && !widget->objectName().startsWith(QLatin1StringView("qt_")))
                    fields.append(widget->objectName());
            }
        }
        QVERIFY(!fields.isEmpty());
        QStringList faults;
        for (const QString& field : std::as_const(fields)) {
            for (const QString& text : nonsense()) {
                Policy policy = before;
                const std::unique_ptr<QDialog> dialog(subject.make(policy));
                dialog->open();
                paste(dialog->findChild<QWidget*>(field), text);
                dialog->accept();
                const QString fault
                    = dialog->isVisible() ? faultOfRefusal(*dialog, policy == before) : faultOfAnswer(policy);
                if (!fault.isEmpty())
                    faults.append(QStringLiteral("%1 <- \"%2\": %3").arg(field, text.left(40), fault));
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }
};

SALLYPORT_DIALOG_TEST(TestNonsense)
#include "test_nonsense.moc"
