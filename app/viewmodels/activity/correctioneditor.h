// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pricing/pricebook.h"
#include "core/reports/requeststory.h"
#include "core/snapshot.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <optional>
#include <vector>

/// What a person says that a call really used which was charged at its bound, because it was open
/// when Capstan was killed.
struct CallCorrection
{
    core::RequestId id;
    int attempt = 1;
    core::TokenUsage usage;
    core::Money cost;
    QByteArray by;
    QByteArray reason;
};

/// The small form for it. Counts are typed, and the cost follows from the price of the call's model
/// at the time of the call; or the cost is typed, as an invoice has it, and counts left empty stay
/// what was charged. What is typed is judged at once, with what budgets will count then.
class CorrectionEditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the StoryModel")
    Q_PROPERTY(bool available READ isAvailable NOTIFY changed FINAL) ///< there is one to correct
    Q_PROPERTY(QString chargedText READ chargedText NOTIFY changed FINAL)
    /// "Attempt 1: $0.05", each that can be corrected; the last is meant until another is chosen.
    Q_PROPERTY(QList<QString> attempts READ attempts NOTIFY changed FINAL)
    Q_PROPERTY(int attempt READ attempt WRITE setAttempt NOTIFY changed FINAL) ///< of attempts
    Q_PROPERTY(QString input READ input WRITE setInput NOTIFY changed FINAL)
    Q_PROPERTY(QString output READ output WRITE setOutput NOTIFY changed FINAL)
    Q_PROPERTY(QString cached READ cached WRITE setCached NOTIFY changed FINAL) ///< "": none
    Q_PROPERTY(QString cacheWrite READ cacheWrite WRITE setCacheWrite NOTIFY changed FINAL)
    Q_PROPERTY(QString reasoning READ reasoning WRITE setReasoning NOTIFY changed FINAL)
    Q_PROPERTY(QString cost READ cost WRITE setCost NOTIFY changed FINAL) ///< "": by the counts
    Q_PROPERTY(QString reason READ reason WRITE setReason NOTIFY changed FINAL)
    /// Who says so; "": the owner. Stays for the next correction.
    Q_PROPERTY(QString by READ by WRITE setBy NOTIFY changed FINAL)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed FINAL)
    Q_PROPERTY(QString costText READ costText NOTIFY changed FINAL) ///< "comes to $0.0123"
    /// "research, daily cap: $12.40 → $12.36", a line each; empty where no window is open any more.
    Q_PROPERTY(QString budgetText READ budgetText NOTIFY changed FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)

public:
    using QObject::QObject;

    void setPrices(std::shared_ptr<const core::PriceBook> prices);
    /// Offers the recovered attempts of the story; nothing when there is none.
    void show(const core::RequestStory &story);
    void refuse(const core::RequestId &id, const QString &why);
    /// What budgets count now.
    void apply(const std::shared_ptr<const core::Snapshot> &snapshot);

    [[nodiscard]] bool isAvailable() const { return m_attempt.has_value(); }
    [[nodiscard]] QString chargedText() const;
    [[nodiscard]] QStringList attempts() const;
    [[nodiscard]] int attempt() const { return m_chosen; }
    void setAttempt(int index);
    [[nodiscard]] const QString &input() const { return m_input; }
    void setInput(const QString &text) { put(m_input, text); }
    [[nodiscard]] const QString &output() const { return m_output; }
    void setOutput(const QString &text) { put(m_output, text); }
    [[nodiscard]] const QString &cached() const { return m_cached; }
    void setCached(const QString &text) { put(m_cached, text); }
    [[nodiscard]] const QString &cacheWrite() const { return m_cacheWrite; }
    void setCacheWrite(const QString &text) { put(m_cacheWrite, text); }
    [[nodiscard]] const QString &reasoning() const { return m_reasoning; }
    void setReasoning(const QString &text) { put(m_reasoning, text); }
    [[nodiscard]] const QString &cost() const { return m_cost; }
    void setCost(const QString &text) { put(m_cost, text); }
    [[nodiscard]] const QString &reason() const { return m_reason; }
    void setReason(const QString &text) { put(m_reason, text); }
    [[nodiscard]] const QString &by() const { return m_by; }
    void setBy(const QString &text) { put(m_by, text); }
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] QString costText() const;
    [[nodiscard]] QString budgetText() const;
    [[nodiscard]] bool canSave() const;

    Q_INVOKABLE void save();
    void clear();

Q_SIGNALS:
    void changed();
    void saveRequested(const CallCorrection &correction);

private:
    void put(QString &field, const QString &text);
    void choose(int index);
    [[nodiscard]] core::Result<CallCorrection> typed() const;
    [[nodiscard]] core::TokenUsage usageNow() const; ///< of the attempt, as it is recorded
    [[nodiscard]] core::Result<core::TokenUsage> typedUsage() const;
    [[nodiscard]] core::Result<core::Money> typedCost(const core::TokenUsage &usage) const;
    [[nodiscard]] bool isBegun() const;

    std::shared_ptr<const core::PriceBook> m_prices = std::make_shared<core::PriceBook>();
    core::RequestId m_id;
    std::vector<core::AttemptStory> m_attempts; ///< those that can be corrected
    int m_chosen = 0;
    std::optional<core::AttemptStory> m_attempt; ///< the one that is
    QString m_input;
    QString m_output;
    QString m_cached;
    QString m_cacheWrite;
    QString m_reasoning;
    QString m_cost;
    std::shared_ptr<const core::Snapshot> m_snapshot = std::make_shared<core::Snapshot>();
    QString m_reason;
    QString m_by;
    QString m_refusal;
    bool m_touched = false;
};
