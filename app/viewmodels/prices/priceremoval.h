// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/prices/pricechange.h"
#include "core/pricing/pricebook.h"
#include "core/reports/report.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <optional>

/// The question before prices of one's own are taken away: what holds then, and whom it touches.
class PriceRemoval : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the PriceEditor")
    Q_PROPERTY(bool asking READ isAsking NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)

public:
    static constexpr std::chrono::hours Range{7 * 24};

    using QObject::QObject;

    /// `model` is the one that is looked at; `usual` has no price of a person.
    struct Situation
    {
        QString model;
        std::shared_ptr<const core::PriceBook> inForce;
        std::shared_ptr<const core::PriceBook> usual;
        core::Time now{};
    };
    void ask(const PriceChange &change, const Situation &situation);
    /// Answers to reportWanted(): spend by tenant and model.
    void take(const core::Report &report);
    void refuse(const QString &why);

    [[nodiscard]] bool isAsking() const { return m_change.has_value(); }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;

    Q_INVOKABLE void confirm();
    Q_INVOKABLE void leave();

Q_SIGNALS:
    void changed();
    void confirmed(const PriceChange &change);
    void reportWanted(const core::ReportQuery &query);

private:
    [[nodiscard]] core::PriceBook bookAfter() const;
    [[nodiscard]] QString thenText() const;
    [[nodiscard]] QString comingText() const;
    [[nodiscard]] bool touches(const QString &model) const;

    std::optional<PriceChange> m_change;
    Situation m_situation;
    core::PriceBook m_after; ///< what would be in force
    QString m_past;
};
