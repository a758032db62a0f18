// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/tour/tour.h"

#include "app/console/console.h"
#include "app/console/panes/pane.h"
#include "app/console/panes/sessionsview.h"
#include "app/console/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPixmap>
#include <QPushButton>
#include <QScreen>

#include <algorithm>
#include <cstdio>

namespace sallyport
{

Tour::Tour(Console& console, MainWindow& window, Theme& theme, const QString& folder)
    : m_console(console)
    , m_window(window)
    , m_theme(theme)
    , m_folder(folder)
    , m_server(console.server(Console::localKey()))
{
}

Tour::~Tour() = default;

bool Tour::wait(const Condition& holds, int milliseconds)
{
    QElapsedTimer time;
    time.start();
    QTimer wake; // lets processEvents() return while nothing happens
    wake.start(10);
    while (!holds()) {
        if (time.elapsed() > milliseconds)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

bool Tour::step(const QString& text, const Condition& holds, int milliseconds)
{
    const bool held = wait(holds, milliseconds);
    std::printf("%-6s %s\n", held ? "OK" : "FAILED", qUtf8Printable(text));
    std::fflush(stdout);
    m_failed += held ? 0 : 1;
    return held;
}

// Until what was posted is done and painted; a picture waits for nothing else.
void Tour::settle()
{
    QElapsedTimer time;
    time.start();
    wait([&time] { return time.elapsed() > 120; }, 1000);
}

void Tour::picture(const QString& name, QWidget* widget, double scale)
{
    QWidget* shown = widget ? widget : &m_window;
    // Without a window manager nobody else says which window has the keyboard; a picture shows it as in use.
    if (!shown->isActiveWindow())
        shown->activateWindow();
    settle();
    const QSize room = shown->screen()->availableSize();
    if (shown->width() > room.width() || shown->height() > room.height()) {
        std::printf("FAILED %s is %dx%d, the screen %dx%d\n", qUtf8Printable(name), shown->width(), shown->height(),
            room.width(), room.height());
        ++m_failed;
    }
    QPixmap pixmap(shown->size() * scale);
    pixmap.setDevicePixelRatio(scale);
    shown->render(&pixmap);
    const QString file
        = QDir(m_folder).filePath(QStringLiteral("%1-%2.png").arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(name));
    if (!pixmap.save(file)) {
        std::printf("FAILED picture %s\n", qUtf8Printable(file));
        ++m_failed;
    }
}

QWidget* Tour::dialog(const QString& className) const
{
    const QList<QDialog*> dialogs = m_window.findChildren<QDialog*>();
    for (QDialog* dialog : dialogs) {
        if (dialog->isVisible() && QString::fromLatin1(dialog->metaObject()->className()).endsWith(className))
            return dialog;
    }
    return nullptr;
}

std::unique_ptr<DemoClient> Tour::client(const char* program, const char* user, const char* computer) const
{
    return std::make_unique<DemoClient>(
        DemoClient::Identity{program, user, computer}, m_console.privateService()->ready().firewallClient);
}

int Tour::run()
{
    QDir().mkpath(m_folder);
    const bool held = begin() && connectPrograms() && addEntry() && applyAndDisconnect() && refusedFromNowOn();
    if (held) {
        showPlaces();
        showSheets();
        showAppearances();
    }
    std::printf(
        "%s: %d pictures in %s\n", m_failed ? "FAILED" : "All steps held", m_pictures, qUtf8Printable(m_folder));
    return m_failed ? 1 : 0;
}

bool Tour::begin()
{
    m_window.go({NodeKind::FirewallClient, Console::localKey()});
    const bool online = step(
        QStringLiteral("The private service runs and the console is connected"),
        [this] { return m_server->isOnline() && m_server->head().number > 0; }, 20000);
    picture(QStringLiteral("start"));
    return online;
}

bool Tour::connectPrograms()
{
    if (!step(QStringLiteral("A local echo server stands in for the messenger's"), [this] { return m_echo.listen(); }))
        return false;
    const char* const people[][2]{{"anna", "PC-17"}, {"bert", "PC-22"}, {"anna", "PC-17"}};
    for (const auto& person : people)
        m_messengers.push_back(client("msmsgs.exe", person[0], person[1]));
    m_browser = client("iexplore.exe", "anna", "PC-17");
    const auto everyone = [this](const std::function<bool(DemoClient&)>& test) {
        return std::all_of(m_messengers.begin(), m_messengers.end(), [&test](auto& one) { return test(*one); })
            && test(*m_browser);
    };
    everyone([this](DemoClient& one) {
        one.connectTo(m_echo.port());
        return true;
    });
    if (!step(
            QStringLiteral("msmsgs.exe connects three times, iexplore.exe once, through the Firewall Client listener"),
            [&everyone] { return everyone([](DemoClient& one) { return one.isUp(); }); }))
        return false;
    everyone([](DemoClient& one) {
        one.send(QByteArray(200000, 'x'));
        return true;
    });
    step(QStringLiteral("Bytes come back through all of them"),
        [&everyone] { return everyone([](DemoClient& one) { return one.received().size() == 200000; }); });
    QObject::connect(
        &m_traffic, &QTimer::timeout, m_browser.get(), [this] { m_browser->send(QByteArray(40000, 'x')); });
    m_traffic.start(100);
    m_window.go({NodeKind::Sessions, Console::localKey()});
    const bool seen = step(QStringLiteral("The Sessions pane shows the four connections"),
        [this] { return m_server->sessions().totals().connections == 4 && m_server->sessions().rowCount() >= 3; });
    auto* view = m_window.findChild<SessionsView*>(QStringLiteral("sessionsList"));
    view->expandAll();
    view->setCurrentIndex(view->model()->index(0, 0));
    view->setFocus();
    wait([] { return false; }, 5000); // for the curves
    picture(QStringLiteral("sessions"));
    return seen;
}

bool Tour::addEntry()
{
    m_window.go({NodeKind::FirewallClient, Console::localKey()});
    m_window.pane()->standardAction(Pane::Standard::New)->trigger();
    QPointer<QWidget> sheet;
    if (!step(QStringLiteral("New Entry opens Application Entry Settings"),
            [this, &sheet] { return (sheet = dialog(QStringLiteral("ApplicationEntrySheet"))) != nullptr; }))
        return false;
    sheet->findChild<QLineEdit*>(QStringLiteral("application"))->setText(QStringLiteral("msmsgs"));
    auto* key = sheet->findChild<QComboBox*>(QStringLiteral("key"));
    key->setCurrentIndex(key->findText(QStringLiteral("Disable"), Qt::MatchFixedString));
    picture(QStringLiteral("application-entry"), sheet);
    sheet->findChild<QPushButton*>(QStringLiteral("ok"))->click();
    const bool added = step(QStringLiteral("msmsgs / Disable / 1 is in the draft"), [this] {
        const ApplicationEntry* entry = m_server->draft().policy().client.application(u"msmsgs");
        return entry && entry->value(ApplicationKey::Disable) == QStringLiteral("1");
    });
    step(QStringLiteral("The Apply bar says that three live connections would be refused"),
        [this] { return m_console.applier(Console::localKey())->refused().size() == 3; });
    picture(QStringLiteral("draft"));
    m_window.review();
    QPointer<QWidget> review;
    if (step(QStringLiteral("Review lists the change and what it would refuse"),
            [this, &review] { return (review = dialog(QStringLiteral("ReviewDialog"))) != nullptr; })) {
        wait([] { return false; }, 300);
        picture(QStringLiteral("review"), review);
        static_cast<QDialog*>(review.data())->reject();
    }
    return added;
}

bool Tour::applyAndDisconnect()
{
    const RevisionNumber before = m_server->head().number;
    m_window.findChild<QPushButton*>(QStringLiteral("apply"))->click();
    if (!step(QStringLiteral("Apply makes it the policy in force"),
            [this, before] { return m_server->head().number == before + 1; }))
        return false;

    auto fetch = client("-", "anna", "PC-17");
    fetch->fetch("/mspclnt.ini");
    step(QStringLiteral("PC-17 fetches mspclnt.ini with [msmsgs] Disable=1"), [&fetch] {
        const QByteArray text = fetch->received();
        const qsizetype section = text.indexOf("[msmsgs]");
        return fetch->status() == 200 && section >= 0 && text.indexOf("Disable=1", section) > section;
    });

    QPointer<QWidget> refused;
    if (!step(QStringLiteral("The live connections that are refused now are listed"),
            [this, &refused] { return (refused = dialog(QStringLiteral("RefusedDialog"))) != nullptr; }))
        return false;
    picture(QStringLiteral("refused-connections"), refused);
    refused->findChild<QPushButton*>(QStringLiteral("disconnect"))->click();
    const bool cut = step(QStringLiteral("One click: all three clients see their connection cut"), [this] {
        return std::all_of(m_messengers.begin(), m_messengers.end(), [](auto& one) { return one->isCut(); });
    });
    step(QStringLiteral("The other program's connection stays"), [this] { return m_browser->isUp(); });
    picture(QStringLiteral("applied"));
    return cut;
}

bool Tour::refusedFromNowOn()
{
    auto again = client("msmsgs.exe", "anna", "PC-17");
    again->connectTo(m_echo.port());
    const bool refused = step(QStringLiteral("The next attempt of msmsgs.exe is refused with 403"),
        [&again] { return again->status() == 403; });
    std::printf("       %s\n", again->received().left(160).simplified().constData());
    return refused;
}

} // namespace sallyport
