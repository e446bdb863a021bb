// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/imports/fileimport.h"
#include "app/viewmodels/prices/priceeditor.h"
#include "app/viewmodels/prices/pricepast.h"
#include "app/viewmodels/rowlistmodel.h"
#include "core/reports/report.h"
#include "core/snapshot.h"

#include <QTimeZone>

/// One model and its price as the table shows it; amounts in dollars per million tokens.
struct PriceRow
{
    Q_GADGET
    QML_VALUE_TYPE(priceRow)
    Q_PROPERTY(QString model MEMBER model)
    Q_PROPERTY(QString place MEMBER place) ///< "on vllm", "not served"
    Q_PROPERTY(QString input MEMBER input) ///< "6.40"; "–" without a price
    Q_PROPERTY(QString cached MEMBER cached)
    Q_PROPERTY(QString output MEMBER output)
    Q_PROPERTY(QString source MEMBER source) ///< "yours", "shipped", "no price"
    /// "since 3 Nov 2026", "1 Aug 2026 · openrouter.ai", "refused 23",
    /// "from 1 Dec 2026: $0.12 in, $0.30 out"
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(QString today MEMBER today)
    Q_PROPERTY(bool priced MEMBER priced)
    Q_PROPERTY(bool own MEMBER own)

public:
    QString model;
    QString place;
    QString input;
    QString cached;
    QString output;
    QString source;
    QString detail;
    QString today;
    bool priced = false;
    bool own = false;
    friend bool operator==(const PriceRow &, const PriceRow &) = default;
};

struct PriceFacts
{
    QString model;
    QString provider; ///< empty: not served now
    std::optional<core::Price> price;
    std::optional<core::Price> coming; ///< of one's own, not in force yet
    std::optional<core::Money> today;  ///< not there until it was read
    qint64 refused = 0;                ///< for want of a price, in the last days

    [[nodiscard]] const QString &key() const { return model; }
    friend bool operator==(const PriceFacts &, const PriceFacts &) = default;
};

/// Models and what they cost: those without a price first, then those served now, then the rest
/// of the price book when it is wanted.
class PriceListModel : public RowListModel<PriceFacts>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(PriceEditor *editor READ editor CONSTANT FINAL)
    Q_PROPERTY(PricePast *past READ past CONSTANT FINAL)
    Q_PROPERTY(bool whole READ isWhole WRITE setWhole NOTIFY viewChanged FINAL) ///< the whole book
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY viewChanged FINAL)
    Q_PROPERTY(bool shown READ isShown WRITE setShown NOTIFY shownChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY listed FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY listed FINAL) ///< "9 models, 1 without a price"
    /// The worst model without a price; empty when all have one.
    Q_PROPERTY(QString unpriced READ unpriced NOTIFY listed FINAL)
    Q_PROPERTY(QString unpricedText READ unpricedText NOTIFY listed FINAL)
    /// Why today's costs and the refusals are not known; empty while the ledger can be read.
    Q_PROPERTY(QString errorText READ errorText NOTIFY listed FINAL)
    /// "Shipped list: newest of 1 Aug 2026, 112 days old."; empty without a list.
    Q_PROPERTY(QString bookText READ bookText NOTIFY listed FINAL)
    Q_PROPERTY(FileImport *fileImport READ fileImport CONSTANT FINAL) ///< of a list of others

public:
    /// Refusals for want of a price are counted this far back.
    static constexpr std::chrono::hours RefusalRange{7 * 24};

    explicit PriceListModel(QObject *parent = nullptr);

    void apply(const core::Snapshot &snapshot);
    /// `usual` is `inForce` without what a person set.
    void setBooks(const PriceBookPointer &inForce, const PriceBookPointer &usual);
    /// Answers to reportWanted(), told apart by their name.
    void takeReport(const core::Report &report);
    void refuseReport(const QByteArray &name, const QString &why);
    void refuse(const QString &model, const QString &why);

    [[nodiscard]] PriceEditor *editor() { return &m_editor; }
    [[nodiscard]] PricePast *past() { return &m_past; }
    [[nodiscard]] bool isWhole() const { return m_whole; }
    void setWhole(bool whole);
    [[nodiscard]] const QString &filter() const { return m_filter; }
    void setFilter(const QString &filter);
    [[nodiscard]] bool isShown() const { return m_shown; }
    void setShown(bool shown);
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString bookText() const;
    [[nodiscard]] const QString &unpriced() const { return m_unpriced; }
    [[nodiscard]] QString unpricedText() const;
    [[nodiscard]] const QString &errorText() const { return m_errorText; }
    /// Calls of unpriced() were refused for want of a price, as far as the ledger was read.
    [[nodiscard]] bool refusesUnpriced() const { return m_refused.value(m_unpriced) > 0; }
    [[nodiscard]] FileImport *fileImport() { return &m_fileImport; }
    Q_INVOKABLE void choose(int row);
    Q_INVOKABLE void chooseModel(const QString &model) { m_editor.edit(model); }

Q_SIGNALS:
    void viewChanged();
    void shownChanged();
    void listed();
    void reportWanted(const core::ReportQuery &query);
    /// A price of one's own was not taken; `isShown`: the editor says so.
    void changeRefused(const QString &model, const QString &why, bool isShown);

private:
    [[nodiscard]] QVariant present(const PriceFacts &facts) const override;
    [[nodiscard]] PriceFacts factsOf(const QString &model, const QString &provider) const;
    [[nodiscard]] std::vector<PriceFacts> served() const;
    void addRest(std::vector<PriceFacts> &facts) const;
    void list();
    void askForUsage();
    void askForRefusals();

    PriceEditor m_editor;
    PricePast m_past{m_editor};
    PriceBookPointer m_inForce = std::make_shared<core::PriceBook>();
    PriceBookPointer m_usual = m_inForce;
    std::vector<std::pair<QString, QString>> m_served; ///< model, provider
    QHash<QString, core::Money> m_today;
    bool m_todayKnown = false;
    QHash<QString, qint64> m_refused;
    QTimeZone m_zone;
    core::Time m_now{};
    core::Time m_askedAt{};
    QString m_filter;
    bool m_whole = false;
    bool m_shown = false;
    QString m_errorText;
    FileImport m_fileImport;
    QString m_unpriced;
    int m_unpricedCount = 0;
};
