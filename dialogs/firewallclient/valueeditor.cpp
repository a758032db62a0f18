// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/valueeditor.h"

#include "dialogs/style/metrics.h"
#include "models/items/applicationtexts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStackedWidget>

namespace sallyport
{

namespace
{

QStringList choicesOf(const ApplicationKeySpec& spec)
{
    if (spec.kind == ValueKind::Switch)
        return {QStringLiteral("1"), QStringLiteral("0")};
    QStringList choices;
    for (const QLatin1StringView choice : spec.choices)
        choices.append(choice);
    return choices;
}

} // namespace

ValueEditor::ValueEditor(QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget)
    , m_choice(new QComboBox)
    , m_line(new QLineEdit)
    , m_server(new QWidget)
    , m_serverKind(new QComboBox)
    , m_serverName(new QLineEdit)
{
    m_choice->setObjectName(QStringLiteral("valueChoice"));
    m_choice->setAccessibleName(tr("Value"));
    m_line->setObjectName(QStringLiteral("valueLine"));
    m_line->setAccessibleName(tr("Value"));
    m_serverKind->setObjectName(QStringLiteral("serverKind"));
    m_serverKind->setAccessibleName(tr("How the server is given"));
    m_serverKind->addItem(tr("By address"), QStringLiteral("i:"));
    m_serverKind->addItem(tr("By name"), QStringLiteral("n:"));
    m_serverName->setObjectName(QStringLiteral("serverName"));
    m_serverName->setAccessibleName(tr("Server"));

    auto* server = new QHBoxLayout(m_server);
    server->setContentsMargins(0, 0, 0, 0);
    server->setSpacing(metrics::small);
    server->addWidget(m_serverKind);
    server->addWidget(m_serverName, 1);
    m_stack->addWidget(m_choice);
    m_stack->addWidget(m_line);
    m_stack->addWidget(m_server);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    connect(m_choice, &QComboBox::currentIndexChanged, this, &ValueEditor::edited);
    connect(m_line, &QLineEdit::textChanged, this, &ValueEditor::edited);
    connect(m_serverKind, &QComboBox::currentIndexChanged, this, &ValueEditor::edited);
    connect(m_serverName, &QLineEdit::textChanged, this, &ValueEditor::edited);
    setKey(m_key);
}

void ValueEditor::setKey(ApplicationKey key)
{
    const QString before = typed();
    const bool sameKind = applicationKeySpec(key).kind == applicationKeySpec(m_key).kind;
    m_key = key;
    const ApplicationKeySpec& spec = applicationKeySpec(key);
    const QSignalBlocker blocker(this);
    QWidget* editor = m_line;
    if (spec.kind == ValueKind::Switch || spec.kind == ValueKind::Choice) {
        editor = m_choice;
        m_choice->clear();
        for (const QString& choice : choicesOf(spec))
            m_choice->addItem(texts::valueText(key, choice), choice);
    } else if (spec.kind == ValueKind::ServerChoice) {
        editor = m_server;
        m_serverName->setPlaceholderText(texts::valueExample(spec.kind));
    } else {
        m_line->setPlaceholderText(texts::valueExample(spec.kind));
    }
    m_stack->setCurrentWidget(editor);
    setFocusProxy(editor == m_server ? m_serverKind : editor);
    setText(sameKind ? before : QString());
}

void ValueEditor::setText(const QString& value)
{
    switch (applicationKeySpec(m_key).kind) {
    case ValueKind::Switch:
    case ValueKind::Choice:
        m_choice->setCurrentIndex(qMax(0, m_choice->findData(value, Qt::UserRole, Qt::MatchFixedString)));
        break;
    case ValueKind::ServerChoice: {
        const bool prefixed = value.size() > 1 && value.at(1) == QLatin1Char(':');
        const int kind = prefixed ? m_serverKind->findData(value.left(2), Qt::UserRole, Qt::MatchFixedString) : -1;
        if (kind >= 0)
            m_serverKind->setCurrentIndex(kind);
        m_serverName->setText(kind >= 0 ? value.mid(2) : value);
        break;
    }
    case ValueKind::PortList:
    case ValueKind::PortAddressList:
        m_line->setText(value);
        break;
    }
}

void ValueEditor::setSeveral()
{
    const QString several = tr("several values");
    m_several = true;
    setText({});
    if (m_stack->currentWidget() == m_choice) {
        m_choice->insertItem(0, several);
        m_choice->setCurrentIndex(0);
    }
    m_line->setPlaceholderText(several);
    m_serverName->setPlaceholderText(several);
}

bool ValueEditor::isSeveral() const
{
    if (!m_several)
        return false;
    if (m_stack->currentWidget() == m_choice)
        return !m_choice->currentData().isValid();
    return (m_stack->currentWidget() == m_line ? m_line : m_serverName)->text().trimmed().isEmpty();
}

QString ValueEditor::typed() const
{
    if (m_stack->currentWidget() == m_choice)
        return m_choice->currentData().toString();
    if (m_stack->currentWidget() == m_line)
        return m_line->text().trimmed();
    return m_serverKind->currentData().toString() + m_serverName->text().trimmed();
}

QString ValueEditor::text() const
{
    const Result<QString> canonical = canonicalApplicationValue(m_key, typed());
    return canonical ? *canonical : typed();
}

QString ValueEditor::problem() const
{
    return isSeveral() || canonicalApplicationValue(m_key, typed())
        ? QString()
        : texts::valueRemedy(applicationKeySpec(m_key).kind);
}

} // namespace sallyport
