// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/policypane.h"

#include "app/console/panes/draftsheet.h"
#include "dialogs/network/networksheets.h"

#include <QAction>

#include <algorithm>

namespace sallyport
{

namespace
{

QStringList headers(NodeKind kind)
{
    switch (kind) {
    case NodeKind::ApplicationFilters:
        return {PolicyPane::tr("Filter"), PolicyPane::tr("Now"), PolicyPane::tr("In the policy"),
            PolicyPane::tr("Address")};
    case NodeKind::LocalAddressTable:
        return {PolicyPane::tr("From"), PolicyPane::tr("To")};
    default:
        return {PolicyPane::tr("Domain"), PolicyPane::tr("Covers")};
    }
}

QString sentence(NodeKind kind)
{
    switch (kind) {
    case NodeKind::ApplicationFilters:
        return PolicyPane::tr("Filters that speak a protocol of their own. A filter that is off has its port closed.");
    case NodeKind::LocalAddressTable:
        return PolicyPane::tr("Addresses inside. Clients reach them directly, never through this server; they fetch "
                              "the list as msplat.txt.");
    default:
        return PolicyPane::tr("Names inside. Clients reach them directly and look them up themselves.");
    }
}

QString rangeText(const AddressRange& range)
{
    return range.first.toString() + u'-' + range.last.toString();
}

QList<TextRow> rowsOf(NodeKind kind, const Server& server)
{
    const Policy& policy = server.draft().policy();
    const Policy& base = server.draft().base(); // what is not in it is not applied yet
    QList<TextRow> rows;
    if (kind == NodeKind::ApplicationFilters) {
        const Listener& socks = policy.filters.socks;
        const bool v6 = !socks.address.isV4();
        const Server::ListenerState now = server.listenerState(ServiceName::Socks);
        rows.append({{PolicyPane::tr("SOCKS V4"),
                         now.mark == Mark::Good ? PolicyPane::tr("listens on %1").arg(now.words) : now.words,
                         socks.enabled ? PolicyPane::tr("On") : PolicyPane::tr("Off"),
                         (v6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2"))
                             .arg(socks.address.toString())
                             .arg(socks.port)},
            socks.enabled ? now.mark : Mark::Attention,
            socks == base.filters.socks ? Pending::None : Pending::Changed});
    } else if (kind == NodeKind::LocalAddressTable) {
        QSet<QString> known;
        for (const AddressRange& range : base.localAddresses)
            known.insert(rangeText(range));
        for (const AddressRange& range : policy.localAddresses)
            rows.append({{range.first.toString(), range.last.toString()}, Mark::None,
                known.contains(rangeText(range)) ? Pending::None : Pending::Added});
    } else {
        const QSet<QString> known(base.localDomains.cbegin(), base.localDomains.cend());
        for (const QString& domain : policy.localDomains)
            rows.append({{domain, PolicyPane::tr("the domain and everything below it")}, Mark::None,
                known.contains(domain) ? Pending::None : Pending::Added});
    }
    return rows;
}

} // namespace

PolicyPane::PolicyPane(NodeKind kind, Server& server, QWidget* parent)
    : TablePane(kind, QStringLiteral("policyPane%1").arg(static_cast<int>(kind)), server.clock(), parent)
    , m_server(server)
    , m_inForce(server)
    , m_model(headers(kind))
    , m_edit(addPaneAction(QStringLiteral("editPart"), tr("&Properties…"), QLatin1StringView("properties")))
{
    setStandard(Standard::Properties, m_edit);
    m_edit->setShortcut(Qt::Key_F2);
    if (kind != NodeKind::ApplicationFilters) {
        m_edit->setText(tr("Edit &Table…"));
        m_remove = addPaneAction(QStringLiteral("removeRows"), tr("&Remove"), QLatin1StringView("delete"), false);
        m_remove->setShortcut(QKeySequence::Delete);
        setStandard(Standard::Delete, m_remove);
        connect(m_remove, &QAction::triggered, this, &PolicyPane::removeSelected);
    }
    addFilter();
    setModel(m_model, kind == NodeKind::ApplicationFilters ? QList<int>{20, 50, 18, 24} : QList<int>{34, 34});
    setEmptyState(kind == NodeKind::LocalAddressTable
            ? tr("No address counts as local yet: clients send everything to this server.")
            : tr("No domain counts as local yet."),
        m_edit);
    connect(m_edit, &QAction::triggered, this, &PolicyPane::edit);
    connect(&m_server.draft(), &PolicyDraft::changed, this, &PolicyPane::load);
    connect(&m_server, &Server::policyChanged, this, &PolicyPane::load);
    connect(&m_inForce, &InForce::told, this, &PolicyPane::selectionMoved);
    connect(&m_inForce, &InForce::revisionWanted, this, [this](const QString& number) {
        emit goToRow({NodeKind::History, m_server.key()}, number);
    });
    connect(&m_server, &Server::reachChanged, this, &PolicyPane::load);
    if (kind == NodeKind::ApplicationFilters)
        connect(&m_server, &Server::servicesChanged, this, &PolicyPane::load);
    QList<Thing> things{Thing::Policy, Thing::Draft};
    if (kind == NodeKind::ApplicationFilters)
        things.append(Thing::Services);
    showTroubles(m_server, things);
    load();
}

void PolicyPane::load()
{
    setSentence(withObstacle(sentence(kind()), m_server));
    m_model.setRows(rowsOf(kind(), m_server));
    showEmpty(m_model.rowCount() == 0);
    selectionMoved();
}

template <typename Value>
void PolicyPane::openSheet(
    PropertySheet<Value>* sheet, Value Policy::*part, const QString& text, const QString& outcome)
{
    openOnDraft<Value>(
        sheet, m_server, text, [part](const Policy& policy) { return policy.*part; },
        [part](Policy& policy, const Value& value) { policy.*part = value; },
        [this, outcome] { report(outcome, Tone::Confirmed, m_server.draft().undoOfLastChange()); });
}

void PolicyPane::edit()
{
    if (kind() == NodeKind::ApplicationFilters)
        openSocksFilter(m_server, this,
            [this](const QString& text) { report(text, Tone::Confirmed, m_server.draft().undoOfLastChange()); });
    else if (kind() == NodeKind::LocalAddressTable)
        openSheet<QList<AddressRange>>(new LocalAddressesSheet(this), &Policy::localAddresses,
            tr("Change the Local Address Table"), tr("The Local Address Table is in the draft."));
    else
        openSheet<QStringList>(new LocalDomainsSheet(this), &Policy::localDomains, tr("Change the Local Domain Table"),
            tr("The Local Domain Table is in the draft."));
}

void PolicyPane::removeSelected()
{
    QList<int> rows = selectedRows();
    std::sort(rows.begin(), rows.end(), std::greater<>());
    Policy policy = m_server.draft().policy();
    for (const int row : std::as_const(rows)) {
        if (kind() == NodeKind::LocalAddressTable)
            policy.localAddresses.removeAt(row);
        else
            policy.localDomains.removeAt(row);
    }
    const auto count = static_cast<int>(rows.size());
    m_server.draft().change(tr("Remove %n row(s)", nullptr, count), policy);
    report(
        tr("%n row(s) removed from the draft.", nullptr, count), Tone::Confirmed, m_server.draft().undoOfLastChange());
}

void PolicyPane::selectionMoved()
{
    const QList<int> rows = selectedRows();
    const auto count = static_cast<int>(rows.size());
    if (m_remove)
        m_remove->setEnabled(count > 0 && m_server.mayEdit());
    QString text;
    if (count > 1)
        text = tr("%n row(s) selected.", nullptr, count);
    else if (count == 1 || kind() == NodeKind::ApplicationFilters)
        text = aboutRow(count ? rows.first() : 0);
    else
        text = withShown(tr("%n row(s).", nullptr, m_model.rowCount()));
    const QString path = pathOf(count == 1 ? rows.first() : -1);
    const QList<PolicyChange>& changes = m_server.draft().changes();
    const bool changed = std::any_of(
        changes.begin(), changes.end(), [&path](const PolicyChange& one) { return one.path.startsWith(path); });
    setInspector(text + QStringLiteral("<br>") + m_inForce.about(path, changed));
}

// The policy path of a row; of the whole list for none. By what the row holds: the draft may be shorter already while
// its rows go.
QString PolicyPane::pathOf(int row) const
{
    if (kind() == NodeKind::ApplicationFilters)
        return QStringLiteral("filters");
    const QString list
        = kind() == NodeKind::LocalAddressTable ? QStringLiteral("localAddresses") : QStringLiteral("localDomains");
    const TextRow* shown = m_model.row(row);
    if (!shown)
        return list;
    return QStringLiteral("%1[%2]").arg(list,
        kind() == NodeKind::LocalAddressTable ? QString(shown->texts.at(0) + u'-' + shown->texts.at(1))
                                              : shown->texts.at(0));
}

void PolicyPane::reveal(const QString& path)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (path.startsWith(pathOf(row))) {
            select(row);
            return;
        }
    }
}

QString PolicyPane::aboutRow(int row) const
{
    if (kind() == NodeKind::ApplicationFilters)
        return aboutSocks();
    const QStringList& texts = m_model.row(row)->texts;
    if (kind() == NodeKind::LocalAddressTable) {
        return texts.at(0) == texts.at(1)
            ? tr("Clients reach <b>%1</b> directly, never through this server.").arg(texts.at(0))
            : tr("Clients reach <b>%1</b> to <b>%2</b> directly, never through this server.")
                  .arg(texts.at(0), texts.at(1));
    }
    return tr("Clients look up names of <b>%1</b> themselves and reach them directly.")
        .arg(texts.at(0).toHtmlEscaped());
}

// What the policy says, and what is so: an operator may have stopped it, its port may be taken.
QString PolicyPane::aboutSocks() const
{
    const Server::ListenerState now = m_server.listenerState(ServiceName::Socks);
    const QString words = now.words.toHtmlEscaped();
    const bool on = m_server.draft().policy().filters.socks.enabled;
    switch (now.mark) {
    case Mark::Good:
        return on ? tr("<b>SOCKS V4 is on.</b> Programs with SOCKS settings leave by it, without a program name: "
                       "application entries do not reach them.")
                  : tr("<b>SOCKS V4 will be off.</b> Until that is applied, programs with SOCKS settings leave by %1.")
                        .arg(words);
    case Mark::None:
        if (!m_server.isOnline())
            return on ? tr("<b>SOCKS V4 is on in the policy.</b> Whether it listens is not known without a connection.")
                      : tr("<b>SOCKS V4 is off in the policy.</b> Whether it listens is not known without a "
                           "connection.");
        return on ? tr("<b>SOCKS V4 is on in the policy.</b> Whether it listens is not known yet.")
                  : tr("<b>SOCKS V4 is off in the policy.</b> Whether it listens is not known yet.");
    default:
        break;
    }
    return on ? tr("<b>SOCKS V4 is on in the policy and does not listen:</b> %1. Programs with SOCKS settings find no "
                   "way out here. <a href=\"services\">Services</a>")
                    .arg(words)
              : tr("<b>SOCKS V4 is off.</b> Its port is closed; programs with SOCKS settings find no way out here.");
}

void PolicyPane::inspectorLink(const QString& link)
{
    if (m_inForce.follow(link))
        return;
    emit goTo({NodeKind::Services, m_server.key()});
}

void PolicyPane::opened(int)
{
    m_edit->trigger();
}

} // namespace sallyport
