// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/helpsheet.h"

#include "dialogs/style/metrics.h"

#include <QTextBrowser>
#include <QVBoxLayout>

namespace sallyport
{

namespace
{

QString table(const QString& heading, const QList<HelpKey>& keys)
{
    if (keys.isEmpty())
        return {};
    QString html = QStringLiteral("<h3>%1</h3><table cellpadding=\"3\">").arg(heading.toHtmlEscaped());
    for (const HelpKey& row : keys) {
        html += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
                    .arg(row.key.toHtmlEscaped(), row.does.toHtmlEscaped());
    }
    return html + QStringLiteral("</table>");
}

} // namespace

HelpSheet::HelpSheet(QWidget* parent)
    : QDialog(parent)
    , m_text(new QTextBrowser(this))
{
    setObjectName(QStringLiteral("helpSheet"));
    setWindowTitle(tr("Keys and Help"));
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setAccessibleName(windowTitle());
    m_text->setFrameShape(QFrame::NoFrame);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::small, metrics::small, metrics::small, metrics::small);
    layout->addWidget(m_text);
    resize(metrics::sheetWidth, metrics::sheetWidth);
}

void HelpSheet::setPage(const HelpPage& page)
{
    QString html
        = QStringLiteral("<h2>%1</h2><p>%2</p>").arg(page.title.toHtmlEscaped(), page.sentence.toHtmlEscaped());
    html += table(tr("Keys here"), page.here);
    if (!page.filter.isEmpty())
        html += QStringLiteral("<h3>%1</h3>").arg(tr("Filter").toHtmlEscaped()) + page.filter;
    html += table(tr("Keys everywhere"), page.everywhere);
    m_text->setHtml(html);
}

} // namespace sallyport
