// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/prices/ownpricelist.h"
#include "app/viewmodels/prices/priceremoval.h"
#include "app/viewmodels/prices/pricetierlist.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <optional>

using PriceBookPointer = std::shared_ptr<const core::PriceBook>;

/// A person's own price of one model, in dollars per million tokens. What is typed is judged at
/// once: what cannot be is an error, what can hardly be meant is a doubt that saving overrides.
class PriceEditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the PriceListModel")
    Q_PROPERTY(QString model READ model NOTIFY changed FINAL) ///< empty: none is chosen
    Q_PROPERTY(bool fresh READ isFresh NOTIFY changed FINAL)  ///< its name is yet to be typed
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed FINAL)
    Q_PROPERTY(QString input READ input WRITE setInput NOTIFY changed FINAL)
    Q_PROPERTY(QString cached READ cached WRITE setCached NOTIFY changed FINAL) ///< "": as input
    Q_PROPERTY(QString output READ output WRITE setOutput NOTIFY changed FINAL)
    Q_PROPERTY(
        QString cacheWrite READ cacheWrite WRITE setCacheWrite NOTIFY changed FINAL) ///< same
    /// Of each request on top, in dollars; "": none.
    Q_PROPERTY(QString perRequest READ perRequest WRITE setPerRequest NOTIFY changed FINAL)
    /// "2026-12-01", a day in UTC from which it holds; "": from now on.
    Q_PROPERTY(QString validFrom READ validFrom WRITE setValidFrom NOTIFY changed FINAL)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed FINAL)
    Q_PROPERTY(QString doubtText READ doubtText NOTIFY changed FINAL)
    Q_PROPERTY(QString exampleText READ exampleText NOTIFY changed FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
    /// Of audio that is read, by the minute, in dollars; "": audio has no price.
    Q_PROPERTY(QString audioMinute READ audioMinute WRITE setAudioMinute NOTIFY changed FINAL)
    Q_PROPERTY(PriceTierList *tiers READ tiers CONSTANT FINAL) ///< of long prompts
    /// Where the figures were read ("together.ai/pricing"); "": in this window.
    Q_PROPERTY(QString source READ source WRITE setSource NOTIFY changed FINAL)
    /// And when: "2026-11-21"; "": today.
    Q_PROPERTY(QString sourceDay READ sourceDay WRITE setSourceDay NOTIFY changed FINAL)
    Q_PROPERTY(bool own READ isOwn NOTIFY changed FINAL) ///< there is a price of one's own
    Q_PROPERTY(OwnPriceList *ownPrices READ ownPrices CONSTANT FINAL)
    Q_PROPERTY(PriceRemoval *removal READ removal CONSTANT FINAL)
    /// "Your price from 1 Dec 2026": which of one's own is being changed; empty: the present one.
    Q_PROPERTY(QString changingText READ changingText NOTIFY changed FINAL)

public:
    explicit PriceEditor(QObject *parent = nullptr);

    /// `usual` has no price of a person: what one's own is compared with.
    void setBooks(PriceBookPointer inForce, PriceBookPointer usual, core::Time now);
    void setNow(core::Time now) { m_now = now; }
    void edit(const QString &model);
    /// False when another model is shown.
    bool refuse(const QString &model, const QString &why);

    [[nodiscard]] const QString &model() const { return m_model; }
    [[nodiscard]] bool isFresh() const { return m_fresh; }
    [[nodiscard]] const QString &name() const { return m_name; }
    void setName(const QString &name) { put(m_name, name); }
    [[nodiscard]] const QString &input() const { return m_input; }
    void setInput(const QString &text) { put(m_input, text); }
    [[nodiscard]] const QString &cached() const { return m_cached; }
    void setCached(const QString &text) { put(m_cached, text); }
    [[nodiscard]] const QString &output() const { return m_output; }
    void setOutput(const QString &text) { put(m_output, text); }
    [[nodiscard]] const QString &cacheWrite() const { return m_cacheWrite; }
    void setCacheWrite(const QString &text) { put(m_cacheWrite, text); }
    [[nodiscard]] const QString &perRequest() const { return m_perRequest; }
    void setPerRequest(const QString &text) { put(m_perRequest, text); }
    [[nodiscard]] const QString &validFrom() const { return m_validFrom; }
    void setValidFrom(const QString &text) { put(m_validFrom, text); }
    [[nodiscard]] const QString &audioMinute() const { return m_audioMinute; }
    void setAudioMinute(const QString &text) { put(m_audioMinute, text); }
    [[nodiscard]] PriceTierList *tiers() { return &m_tiers; }
    [[nodiscard]] const QString &source() const { return m_source; }
    void setSource(const QString &text) { put(m_source, text); }
    [[nodiscard]] const QString &sourceDay() const { return m_sourceDay; }
    void setSourceDay(const QString &text) { put(m_sourceDay, text); }
    [[nodiscard]] QString changingText() const;
    [[nodiscard]] OwnPriceList *ownPrices() { return &m_ownPrices; }
    [[nodiscard]] PriceRemoval *removal() { return &m_removal; }
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] QString doubtText() const;
    [[nodiscard]] QString exampleText() const;
    [[nodiscard]] bool canSave() const;
    /// What would be saved now; nothing while nothing was typed, or nothing that can be.
    [[nodiscard]] std::optional<core::Price> candidate() const;
    [[nodiscard]] bool isOwn() const { return m_ownPrices.count() > 0; }

    Q_INVOKABLE void begin(); ///< a price for a model that is not listed
    Q_INVOKABLE void save();
    Q_INVOKABLE void change(int row); ///< of ownPrices
    Q_INVOKABLE void askRemoval();    ///< of all of them: removal says what it comes to
    Q_INVOKABLE void askRemovalOf(int row);
    Q_INVOKABLE void clear() { edit({}); }

Q_SIGNALS:
    void changed();
    /// Saved, or taken away.
    void changeRequested(const PriceChange &change);

private:
    void put(QString &field, const QString &text);
    void touch();
    [[nodiscard]] core::Result<core::Price> typed() const;
    [[nodiscard]] core::Outcome readExtras(core::Price &price) const;
    [[nodiscard]] core::Outcome readSource(core::Price &price) const;
    [[nodiscard]] const core::Price *present() const;
    [[nodiscard]] QString ownName() const;
    [[nodiscard]] PriceChange withSaved(const core::Price &price) const;
    void fill(const core::Price *price);
    void askRemoval(const std::vector<core::Price> &remaining);

    PriceBookPointer m_inForce = std::make_shared<core::PriceBook>();
    PriceBookPointer m_usual = m_inForce;
    core::Time m_now{};
    QString m_model;
    bool m_fresh = false;
    bool m_touched = false; ///< something was typed since the model was chosen
    QString m_name;
    QString m_input;
    QString m_cached;
    QString m_output;
    QString m_cacheWrite;
    QString m_perRequest;
    QString m_validFrom;
    QString m_audioMinute;
    QString m_source;
    QString m_sourceDay;
    PriceTierList m_tiers;
    std::optional<core::Price> m_changing; ///< one of ownPrices that was chosen
    OwnPriceList m_ownPrices;
    PriceRemoval m_removal;
    QString m_refusal;
};

/// Reads "6.40", "$6.40", "1,200": dollars per million tokens, as nano-dollars. InvalidInput, with
/// what would be right, for anything else and for less than nothing.
[[nodiscard]] core::Result<qint64> rateFrom(const QString &text);
/// "6.40", "0.075": at least two decimals and no needless zero.
[[nodiscard]] QString rateText(qint64 nanosPerMillion);
[[nodiscard]] QString priceSourceWord(core::PriceSource source); ///< "shipped", "yours"
/// It was typed here, and nobody said where the figures are from.
[[nodiscard]] bool isOfTheWindow(const core::Price &price);
