// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/servers/enrolment.h"
#include "dialogs/servers/invitation.h"
#include "dialogs/sheet/page.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace sallyport
{

class NumberField;

class ServerAddressPage final : public ValuePage<NewServer>
{
    Q_OBJECT

public:
    explicit ServerAddressPage(Enrolment& enrolment);

    void load(const NewServer& server) override;
    void save(NewServer& server) const override;
    QList<FieldProblem> problems() const override;
    void leave(std::function<void()> go) override;

private slots:
    void hostEdited();
    void forgetAnswer();

private:
    // Of what stands in the field of the host, which may name a port as well.
    ServerAddress address() const;
    void showAddress(const ServerAddress& address);
    QString noteText() const;

    Enrolment& m_enrolment;
    QLineEdit* m_host;
    NumberField* m_port;
    QLineEdit* m_name;
    QLabel* m_note;
    QString m_fingerprint;
    QString m_failure;
    QString m_code; // pasted
    QString m_expected;
};

class ServerFingerprintPage final : public ValuePage<NewServer>
{
    Q_OBJECT

public:
    ServerFingerprintPage();

    void load(const NewServer& server) override;
    void save(NewServer& server) const override;
    QList<FieldProblem> problems() const override;
    void focusFirst() override;

private:
    QString m_fingerprint;
    QPlainTextEdit* m_shown;
    QLineEdit* m_pasted;
    QCheckBox* m_compared;
};

class ServerCodePage final : public ValuePage<NewServer>
{
    Q_OBJECT

public:
    ServerCodePage(Enrolment& enrolment, const QString& consoleName);

    void load(const NewServer& server) override;
    void save(NewServer& server) const override;
    QList<FieldProblem> problems() const override;
    void leave(std::function<void()> go) override;

private slots:
    void forgetAnswer();

private:
    Enrolment& m_enrolment;
    NewServer m_server;
    QLineEdit* m_code;
    QLineEdit* m_consoleName;
    QString m_failure;
};

} // namespace sallyport
