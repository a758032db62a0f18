// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/sheet/files.h"
#include "dialogs/sheet/page.h"
#include "models/base/ipaddress.h"

class QPushButton;

namespace sallyport
{

class NumberedText;
class WrongLines;

class LocalAddressesPage final : public ValuePage<QList<AddressRange>>
{
    Q_OBJECT

public:
    LocalAddressesPage();

    void load(const QList<AddressRange>& ranges) override;
    void save(QList<AddressRange>& ranges) const override;
    QList<FieldProblem> problems() const override;
    void importLat(const QByteArray& bytes);

private slots:
    void addPrivate();
    void tidy();
    void chooseFile();
    void summarise();

private:
    void append(const QList<AddressRange>& ranges);
    void take(const Result<PickedFile>& file);

    NumberedText* m_lines;
    WrongLines* m_wrong;
    QPushButton* m_private;
    QPushButton* m_tidy;
    QPushButton* m_import;
    QLabel* m_summary;
    QString m_importProblem;
};

} // namespace sallyport
