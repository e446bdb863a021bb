// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

/// What the owner's own machine makes a token cost: measured, where its figures are configured, and
/// a calculator for "what if I bought one".
class OwnHardwareModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    // Measured.
    Q_PROPERTY(bool known READ isKnown NOTIFY changed FINAL) ///< an upstream has its figures
    Q_PROPERTY(QString place READ place NOTIFY changed FINAL)
    Q_PROPERTY(QString measuredText READ measuredText NOTIFY changed FINAL) ///< "$0.41"
    Q_PROPERTY(QString loadText READ loadText NOTIFY changed FINAL)
    // Worked out, from what is typed.
    Q_PROPERTY(QString purchase READ purchase WRITE setPurchase NOTIFY edited FINAL) ///< dollars
    Q_PROPERTY(QString months READ months WRITE setMonths NOTIFY edited FINAL)
    Q_PROPERTY(QString watts READ watts WRITE setWatts NOTIFY edited FINAL)
    Q_PROPERTY(QString kilowattHour READ kilowattHour WRITE setKilowattHour NOTIFY edited FINAL)
    Q_PROPERTY(
        QString tokensPerSecond READ tokensPerSecond WRITE setTokensPerSecond NOTIFY edited FINAL)
    Q_PROPERTY(QString resultText READ resultText NOTIFY edited FINAL) ///< "$0.41"; "–"
    Q_PROPERTY(QString hourText READ hourText NOTIFY edited FINAL)
    Q_PROPERTY(QString errorText READ errorText NOTIFY edited FINAL)
    /// The section of capstan.yaml with which the price is measured from then on.
    Q_PROPERTY(QString configurationText READ configurationText NOTIFY edited FINAL)

public:
    explicit OwnHardwareModel(QObject *parent = nullptr);

    void apply(const core::Snapshot &snapshot);

    [[nodiscard]] bool isKnown() const { return !m_measured.isEmpty(); }
    [[nodiscard]] const QString &place() const { return m_place; }
    [[nodiscard]] const QString &measuredText() const { return m_measured; }
    [[nodiscard]] const QString &loadText() const { return m_load; }
    [[nodiscard]] const QString &purchase() const { return m_purchase; }
    void setPurchase(const QString &text) { put(m_purchase, text); }
    [[nodiscard]] const QString &months() const { return m_months; }
    void setMonths(const QString &text) { put(m_months, text); }
    [[nodiscard]] const QString &watts() const { return m_watts; }
    void setWatts(const QString &text) { put(m_watts, text); }
    [[nodiscard]] const QString &kilowattHour() const { return m_kilowattHour; }
    void setKilowattHour(const QString &text) { put(m_kilowattHour, text); }
    [[nodiscard]] const QString &tokensPerSecond() const { return m_tokensPerSecond; }
    void setTokensPerSecond(const QString &text) { put(m_tokensPerSecond, text); }
    [[nodiscard]] const QString &resultText() const { return m_result; }
    [[nodiscard]] const QString &hourText() const { return m_hour; }
    [[nodiscard]] const QString &errorText() const { return m_error; }
    [[nodiscard]] QString configurationText() const;

Q_SIGNALS:
    void changed();
    void edited();

private:
    void put(QString &field, const QString &text);
    void work();

    QString m_place;
    QString m_measured;
    QString m_load;
    QString m_upstream = QStringLiteral("vllm");
    QString m_purchase = QStringLiteral("12000");
    QString m_months = QStringLiteral("36");
    QString m_watts = QStringLiteral("900");
    QString m_kilowattHour;
    QString m_tokensPerSecond = QStringLiteral("1000");
    QString m_result;
    QString m_hour;
    QString m_error;
};
