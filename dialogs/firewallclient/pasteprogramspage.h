// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/firewallclient/pasteprogramssheet.h"

class QComboBox;
class QPlainTextEdit;
class QTreeWidget;

namespace sallyport
{

class PasteProgramsPage final : public ValuePage<PastedPrograms>
{
    Q_OBJECT

public:
    explicit PasteProgramsPage(const QList<ApplicationEntry>& entries);

    void load(const PastedPrograms& pasted) override;
    void save(PastedPrograms& pasted) const override;
    QList<FieldProblem> problems() const override;
    void setText(const QString& text);

private slots:
    void review();

private:
    enum class Fate { Added, Changed, There, Doubled, Nonsense };
    struct Line {
        QString typed;
        QString name;
        Fate fate;
    };
    QList<Line> lines() const;
    ApplicationSetting setting() const;
    static QString fateText(Fate fate);

    const QList<ApplicationEntry> m_entries;
    QPlainTextEdit* m_text;
    QComboBox* m_setting;
    QTreeWidget* m_review;
    QLabel* m_summary;
};

} // namespace sallyport
