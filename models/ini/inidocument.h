// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ini/iniscanner.h"

#include <QHash>
#include <QList>

#include <functional>
#include <optional>
#include <vector>

namespace sallyport
{

// An ini file that can be changed line by line: what is not asked to change keeps its bytes, be it a comment, a keyless
// line, an unknown section, the case of a key, the spaces around '=' or a line end. A plain value without threads.
// Where a section or key stands twice the first one counts, as for the programs that read these files.
class IniDocument
{
public:
    // Errors of decodeIni().
    static Result<IniDocument> parse(const QByteArray& bytes);
    QByteArray toBytes() const;

    // Names of all sections as written, in order; a repeated section appears each time.
    QStringList sections() const;
    bool hasSection(QAnyStringView section) const;

    // Value of the first `key` in the first `section`.
    std::optional<QString> value(QAnyStringView section, QAnyStringView key) const;
    // Replaces the value in its line, or adds a line after the section's last setting, or adds the section at the end.
    void setValue(QAnyStringView section, QAnyStringView key, const QString& value);
    // Adds an empty section at the end unless it exists.
    void addSection(QAnyStringView section);

    using KeyFilter = std::function<bool(QStringView key)>;
    // Removes every setting whose key `unwanted` accepts from the first section of that name …
    void removeSettings(QAnyStringView section, const KeyFilter& unwanted);
    // … or from all of that name; their headers go too where only comments and blank lines are left. Comments stay.
    void removeEverywhere(QAnyStringView section, const KeyFilter& unwanted);

private:
    struct Section {
        QString name; // empty: text before the first section, or without a header any more
        std::vector<QString> lines; // with their line ends; the header first
    };

    const Section* find(QAnyStringView name) const;
    Section* find(QAnyStringView name);

    std::vector<Section> m_sections{Section{}};
    QHash<QString, QList<std::size_t>> m_index; // folded name -> places in m_sections
    QString m_ending = QStringLiteral("\r\n"); // of added lines
    IniEncoding m_encoding = IniEncoding::Latin1;
};

} // namespace sallyport
