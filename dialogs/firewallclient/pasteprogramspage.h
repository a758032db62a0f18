// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/firewallclient/pasteprogramssheet.h"
#include "models/policy/programlist.h"

class QComboBox;
class QPlainTextEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace sallyport
{

class PasteProgramsPage final : public ValuePage<PastedPrograms>
{
    Q_OBJECT

public:
    explicit PasteProgramsPage(const QList<ApplicationEntry>& entries, const ProgramCatalogue& catalogue = {});

    void load(const PastedPrograms& pasted) override;
    void save(PastedPrograms& pasted) const override;
    QList<FieldProblem> problems() const override;
    // Where a pasted list is looked over: then Enter adds what is ticked.
    void focusFirst() override;
    void setText(const QString& text);
    void pasteText(const QString& text);
    int ticked() const; // how many

signals:
    void tickedChanged();

private slots:
    void review();
    void removeSelected();

private:
    enum class Fate { Added, Changed, There, Doubled, Nonsense };
    struct Row {
        ListedProgram listed;
        QString name;
        Fate fate = Fate::Nonsense;
        bool ticked = false;

        bool canBeTicked() const { return fate == Fate::Added || fate == Fate::Changed; }
        bool isDoubtful() const { return listed.certainty() == ListedProgram::Certainty::Doubtful; }
    };
    void readText();
    void showRow(QTreeWidgetItem* item, const Row& row) const;
    void showSummary();
    void itemTicked(QTreeWidgetItem* item);
    ApplicationSetting setting() const;
    QStringList known(const QString& words) const;
    static QString doubtText(const ListedProgram& listed);
    static QString fateText(const Row& row);

    const QList<ApplicationEntry> m_entries;
    QHash<QString, QStringList> m_known; // file names by programKey() or by a full name
    QHash<QString, bool> m_ticks;
    QSet<QString> m_offered; // by programKey(): pasted or taken out before
    QList<Row> m_rows;
    int m_leftOut = 0;
    QPlainTextEdit* m_text;
    QComboBox* m_setting;
    QTreeWidget* m_review;
    QLabel* m_summary;
};

} // namespace sallyport
