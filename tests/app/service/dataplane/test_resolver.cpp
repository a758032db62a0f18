// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/fd.h"
#include "app/service/dataplane/resolver.h"
#include "app/service/dataplane/sockaddress.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <atomic>
#include <fstream>
#include <future>
#include <map>
#include <mutex>
#include <thread>

using namespace sallyport;

namespace
{

const IpAddress client = IpAddress::fromV4(0xc0000201);
const IpAddress other = IpAddress::fromV4(0xc0000202);
const IpAddress answer = IpAddress::fromV4(0xc0000250);

// A name server on a free port of 127.0.0.1: names that begin with "good" have the address `answer`, those with "half"
// too, but get no reply for IPv6, those with "late" get that when they are asked for their address a second time, and
// no further reply; those with "dead" get none at all; all others do not exist.
class NameServer
{
public:
    NameServer()
        : m_fd(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0))
    {
        const SockAddress at(IpAddress::fromV4(0x7f000001), 0);
        if (::bind(m_fd.get(), at.data(), at.size) == 0)
            m_thread = std::thread([this] { serve(); });
    }
    ~NameServer()
    {
        // A datagram without a question ends it.
        const SockAddress at(IpAddress::fromV4(0x7f000001), port());
        const Fd end(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
        ::sendto(end.get(), "", 0, 0, at.data(), at.size);
        m_thread.join();
    }
    std::uint16_t port() const { return localAddress(m_fd.get()).port(); }
    int asked(const std::string& name)
    {
        const std::lock_guard lock(m_mutex);
        return m_asked[name];
    }

private:
    void serve()
    {
        std::string late; // is not sent yet
        std::array<char, 1500> buffer;
        while (true) {
            SockAddress from;
            const ssize_t size = ::recvfrom(m_fd.get(), buffer.data(), buffer.size(), 0, from.data(), &from.size);
            if (size < 17)
                return;
            std::string message(buffer.data(), static_cast<std::size_t>(size));
            std::string name;
            std::size_t at = 12;
            while (message[at] != 0) {
                const auto length = static_cast<std::size_t>(message[at]);
                name += (name.empty() ? "" : ".") + message.substr(at + 1, length);
                at += length + 1;
            }
            const bool isV4 = message[at + 2] == 1;
            message.resize(at + 5);
            int asked = 0;
            {
                const std::lock_guard lock(m_mutex);
                asked = m_asked[name] += isV4 ? 1 : 0;
            }
            const bool isLate = name.starts_with("late");
            if (isLate && isV4 && asked > 1) {
                ::sendto(m_fd.get(), late.data(), late.size(), 0, from.data(), from.size);
                continue;
            }
            if (name.starts_with("dead") || (name.starts_with("half") && !isV4))
                continue;
            const bool good = name.starts_with("good") || name.starts_with("half") || isLate;
            message[2] = char(0x81);
            message[3] = char(good ? 0x80 : 0x83);
            message[7] = char(good && isV4 ? 1 : 0);
            message[8] = message[9] = message[10] = message[11] = 0;
            if (good && isV4)
                message += std::string("\xc0\x0c\0\1\0\1\0\0\0\x3c\0\4\xc0\0\2\x50", 16);
            if (isLate && !isV4)
                late = message;
            else
                ::sendto(m_fd.get(), message.data(), message.size(), 0, from.data(), from.size);
        }
    }

    Fd m_fd;
    std::mutex m_mutex;
    std::map<std::string, int> m_asked;
    std::thread m_thread;
};

struct World {
    QTemporaryDir dir;
    NameServer server;
    ResolverOptions options;

    World()
    {
        options.hosts = path("hosts");
        options.resolvConf = path("resolv.conf");
        options.port = server.port();
        options.patienceForIpv6 = std::chrono::hours(1); // questions are counted, however slow the machine
        write("hosts", "127.0.0.1 localhost\n192.0.2.9 Known.example alias # comment\n2001:db8::9 known.example\n");
        write("resolv.conf", "nameserver 127.0.0.1\nsearch good.example\n");
    }
    std::string path(const char* name) const { return dir.filePath(QString::fromLatin1(name)).toStdString(); }
    // Replaced, as editors do.
    void write(const char* name, const std::string& text) const
    {
        std::ofstream(path(name) + ".new") << text;
        std::rename((path(name) + ".new").c_str(), path(name).c_str());
    }
};

using Answer = Result<Resolver::Addresses>;

std::future<Answer> ask(Resolver& resolver, const std::string& name, const IpAddress& who = client)
{
    auto promise = std::make_shared<std::promise<Answer>>();
    resolver.resolve(name, who, [promise](const Answer& result) { promise->set_value(result); });
    return promise->get_future();
}

} // namespace

class TestResolver : public QObject
{
    Q_OBJECT

private slots:
    void knowsTheHostsFile();
    void asksTheNameServer();
    void completesByTheSearchList();
    void leavesRootedNamesAlone();
    void remembersFailures();
    void deadNamesHoldUpNobody();
    void goesOnWithoutIpv6();
    void keepsWhatCameEarly();
    void boundsEachClient();
    void countsWhatIsAskedBesides();
    void countsLoopbackAsOneClient();
    void noticesChangedFiles();
    void endsWithQuestionsOpen();
    void saysWhyItCannotStart();
};

void TestResolver::knowsTheHostsFile()
{
    World world;
    const auto resolver = *makeResolver(world.options);
    const Resolver::Addresses both{IpAddress::fromV4(0xc0000209), *IpAddress::parse(std::string_view("2001:db8::9"))};
    QCOMPARE(*ask(*resolver, "known.example").get(), both);
    QCOMPARE(ask(*resolver, "alias").get()->front(), both.front());
    QCOMPARE(ask(*resolver, "localhost").get()->front(), IpAddress::fromV4(0x7f000001));
    QCOMPARE(ask(*resolver, "below.localhost").get()->front(), IpAddress::fromV4(0x7f000001));
    QCOMPARE(world.server.asked("known.example"), 0);
    QCOMPARE(world.server.asked("below.localhost"), 0);
}

void TestResolver::asksTheNameServer()
{
    World world;
    const auto resolver = *makeResolver(world.options);
    QCOMPARE(*ask(*resolver, "good.example").get(), Resolver::Addresses{answer});
    QCOMPARE(*ask(*resolver, "good.example", other).get(), Resolver::Addresses{answer});
    QCOMPARE(world.server.asked("good.example"), 1);
}

void TestResolver::completesByTheSearchList()
{
    World world;
    world.write("resolv.conf", "nameserver 127.0.0.1\nsearch corp.example\n");
    const auto resolver = *makeResolver(world.options);
    QCOMPARE(*ask(*resolver, "good-intranet").get(), Resolver::Addresses{answer});
    QCOMPARE(world.server.asked("good-intranet.corp.example"), 1);
}

// "intranet." is a whole name (RFC 1034 section 3.1).
void TestResolver::leavesRootedNamesAlone()
{
    World world;
    world.write("resolv.conf", "nameserver 127.0.0.1\nsearch good.example\n");
    const auto resolver = *makeResolver(world.options);
    QCOMPARE(*ask(*resolver, "good-intranet.").get(), Resolver::Addresses{answer});
    QCOMPARE(world.server.asked("good-intranet"), 1);
    for (const char* name : {"missing.", "missing.example."})
        QCOMPARE(ask(*resolver, name).get().error().code, ErrorCode::NotFound);
    QCOMPARE(world.server.asked("missing"), 1);
    for (const char* name : {"good-intranet.good.example", "missing.good.example", "missing.example.good.example"})
        QCOMPARE(world.server.asked(name), 0);
    QCOMPARE(ask(*resolver, "known.example.").get()->front(), IpAddress::fromV4(0xc0000209));
    QCOMPARE(ask(*resolver, "localhost.").get()->front(), IpAddress::fromV4(0x7f000001));
    // The same name without the dot is another question.
    QVERIFY(!ask(*resolver, "missing").get());
    QCOMPARE(world.server.asked("missing.good.example"), 1);
}

void TestResolver::remembersFailures()
{
    World world;
    world.options.timeout = std::chrono::milliseconds(20);
    const auto resolver = *makeResolver(world.options);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(ask(*resolver, "missing.example").get().error().code, ErrorCode::NotFound);
    QCOMPARE(world.server.asked("missing.example"), 1);
    QCOMPARE(ask(*resolver, "dead.example").get().error().code, ErrorCode::TimedOut);
    const int before = world.server.asked("dead.example");
    QCOMPARE(ask(*resolver, "dead.example").get().error().code, ErrorCode::TimedOut);
    QCOMPARE(world.server.asked("dead.example"), before);
}

void TestResolver::deadNamesHoldUpNobody()
{
    World world;
    const auto resolver = *makeResolver(world.options);
    std::vector<std::future<Answer>> dead;
    for (int i = 0; i < 100; ++i)
        dead.push_back(ask(*resolver, "dead" + std::to_string(i) + ".example"));
    // Answered while all of them wait: none has given up yet.
    QCOMPARE(*ask(*resolver, "good.example").get(), Resolver::Addresses{answer});
    QVERIFY(ask(*resolver, "known.example").get().ok());
    for (const auto& one : dead)
        QCOMPARE(one.wait_for(std::chrono::seconds(0)), std::future_status::timeout);
}

// While the name server may still say something of IPv6.
void TestResolver::goesOnWithoutIpv6()
{
    World world;
    world.options.timeout = std::chrono::minutes(1);
    world.options.patienceForIpv6 = std::chrono::milliseconds(20);
    const auto resolver = *makeResolver(world.options);
    auto first = ask(*resolver, "half.example");
    auto second = ask(*resolver, "half.example", other);
    QCOMPARE(first.wait_for(std::chrono::seconds(30)), std::future_status::ready);
    QCOMPARE(*first.get(), Resolver::Addresses{answer});
    QCOMPARE(*second.get(), Resolver::Addresses{answer});
    const int asked = world.server.asked("half.example");
    QCOMPARE(*ask(*resolver, "half.example").get(), Resolver::Addresses{answer});
    QCOMPARE(world.server.asked("half.example"), asked);
    // Nobody has an answer for these: they wait.
    auto dead = ask(*resolver, "dead.example");
    QCOMPARE(*ask(*resolver, "half2.example").get(), Resolver::Addresses{answer});
    QCOMPARE(dead.wait_for(std::chrono::seconds(0)), std::future_status::timeout);
}

// The time-out of the other question takes nothing back, and names that do not exist do not come to.
void TestResolver::keepsWhatCameEarly()
{
    World world;
    world.options.timeout = std::chrono::milliseconds(20);
    world.options.patienceForIpv6 = std::chrono::milliseconds(0);
    const auto resolver = *makeResolver(world.options);
    for (int i = 0; i < 50; ++i) {
        const std::string name = std::to_string(i) + ".example";
        QCOMPARE(*ask(*resolver, "half" + name).get(), Resolver::Addresses{answer});
        QCOMPARE(*ask(*resolver, "good" + name).get(), Resolver::Addresses{answer});
        QCOMPARE(ask(*resolver, "missing" + name).get().error().code, ErrorCode::NotFound);
    }
    QCOMPARE(ask(*resolver, "dead.example").get().error().code, ErrorCode::TimedOut);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(*ask(*resolver, "half" + std::to_string(i) + ".example").get(), Resolver::Addresses{answer});
}

// A question for IPv4 that has no reply yet costs as much after the answer to the other one as before.
void TestResolver::countsWhatIsAskedBesides()
{
    World world;
    world.options.timeout = std::chrono::hours(1);
    world.options.patienceForIpv6 = std::chrono::milliseconds(0);
    world.options.mostPerClient = 1;
    const auto isRefused = [](const Answer& got) { return !got && got.error().code == ErrorCode::LimitExceeded; };
    {
        const auto resolver = *makeResolver(world.options);
        QCOMPARE(*ask(*resolver, "late1.example").get(), Resolver::Addresses{answer});
        QVERIFY(isRefused(ask(*resolver, "good1.example").get()));
        QCOMPARE(*ask(*resolver, "good1.example", other).get(), Resolver::Addresses{answer});
    }
    world.options.mostPerClient = 2;
    world.options.most = 1;
    const auto resolver = *makeResolver(world.options);
    QCOMPARE(*ask(*resolver, "late2.example").get(), Resolver::Addresses{answer});
    QVERIFY(isRefused(ask(*resolver, "good2.example", other).get()));
}

void TestResolver::countsLoopbackAsOneClient()
{
    World world;
    world.options.mostPerClient = 2;
    const auto resolver = *makeResolver(world.options);
    std::vector<std::future<Answer>> dead;
    for (std::uint32_t i = 1; i < 3; ++i)
        dead.push_back(ask(*resolver, "dead" + std::to_string(i), IpAddress::fromV4(0x7f000000 + i)));
    QCOMPARE(ask(*resolver, "good.example", *IpAddress::parse(std::string_view("::1"))).get().error().code,
        ErrorCode::LimitExceeded);
    QVERIFY(ask(*resolver, "good.example").get().ok());
}

void TestResolver::boundsEachClient()
{
    World world;
    world.options.mostPerClient = 3;
    world.options.most = 5;
    const auto resolver = *makeResolver(world.options);
    std::vector<std::future<Answer>> dead;
    for (int i = 0; i < 3; ++i)
        dead.push_back(ask(*resolver, "dead" + std::to_string(i) + ".example"));
    QCOMPARE(ask(*resolver, "good.example").get().error().code, ErrorCode::LimitExceeded);
    // What needs no name server is not counted, and others go on.
    QVERIFY(ask(*resolver, "known.example").get().ok());
    QVERIFY(ask(*resolver, "good.example", other).get().ok());
    QVERIFY(ask(*resolver, "good.example").get().ok());
    for (int i = 3; i < 5; ++i)
        dead.push_back(ask(*resolver, "dead" + std::to_string(i) + ".example", other));
    QCOMPARE(ask(*resolver, "good2.example", other).get().error().code, ErrorCode::LimitExceeded);
}

void TestResolver::noticesChangedFiles()
{
    World world;
    const auto resolver = *makeResolver(world.options);
    QVERIFY(!ask(*resolver, "new.example").get());
    QVERIFY(ask(*resolver, "good.example").get().ok());
    world.write("hosts", "192.0.2.10 new.example good.example\n");
    // A name that was unknown, and one that a name server told.
    QTRY_VERIFY(ask(*resolver, "new.example").get().ok());
    QTRY_COMPARE(ask(*resolver, "good.example").get()->front(), IpAddress::fromV4(0xc000020a));
    world.write("resolv.conf", "nameserver 127.0.0.1\nsearch later.example\n");
    int turn = 0;
    const auto follows = [&] {
        const std::string name = "good-host" + std::to_string(++turn);
        (void)ask(*resolver, name).get();
        return world.server.asked(name + ".later.example") == 1;
    };
    QTRY_VERIFY(follows());
}

void TestResolver::endsWithQuestionsOpen()
{
    World world;
    std::atomic<int> answers{0};
    {
        const auto resolver = *makeResolver(world.options);
        for (int i = 0; i < 50; ++i)
            resolver->resolve("dead" + std::to_string(i), client, [&](const Answer&) { ++answers; });
    }
    QCOMPARE(answers.load(), 0);
}

// Out of descriptors at one step of the start or another.
void TestResolver::saysWhyItCannotStart()
{
    const World world;
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
    const int next = Fd(::dup(0)).get();
    QVERIFY(next > 0);
    for (rlim_t left = 0; left < 2; ++left) {
        const rlimit few{static_cast<rlim_t>(next) + left, before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &few), 0);
        const auto resolver = makeResolver(world.options);
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
        QVERIFY(!resolver);
        QCOMPARE(resolver.error().code, ErrorCode::LimitExceeded);
        QVERIFY2(resolver.error().text().contains(QLatin1String("Too many open files")),
            qPrintable(resolver.error().text()));
    }
}

QTEST_GUILESS_MAIN(TestResolver)
#include "test_resolver.moc"
