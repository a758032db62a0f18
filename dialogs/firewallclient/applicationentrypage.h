// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/firewallclient/applicationrow.h"
#include "dialogs/firewallclient/programcatalogue.h"
#include "dialogs/sheet/page.h"

#include <optional>

class QComboBox;

namespace sallyport
{

class ProgramField;
class ValueEditor;

class ApplicationEntryPage final : public ValuePage<ApplicationRow>
{
    Q_OBJECT

public:
    ApplicationEntryPage(
        const QList<ApplicationEntry>& entries, const ProgramCatalogue& catalogue, const ApplicationRow* edited);

    void load(const ApplicationRow& row) override;
    void save(ApplicationRow& row) const override;
    QList<FieldProblem> problems() const override;

private slots:
    void keyChosen();
    void showEffect();

private:
    QString application() const;
    std::optional<ApplicationKey> key() const;
    QString applicationProblem() const;
    QString portsElsewhere() const;
    ApplicationEntry edited() const;
    bool withoutEffect() const;

    const QList<ApplicationEntry> m_entries;
    const std::optional<ApplicationRow> m_edited;
    ProgramField* m_application;
    QComboBox* m_key;
    ValueEditor* m_value;
    QLabel* m_meaning;
};

} // namespace sallyport
