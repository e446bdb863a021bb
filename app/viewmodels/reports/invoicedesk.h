// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/ledgerfilterchip.h"
#include "app/viewmodels/activity/zonefilterchip.h"
#include "app/viewmodels/reports/daysfilterchip.h"
#include "core/base/result.h"
#include "core/billing/invoice.h"
#include "core/snapshot.h"

#include <QStringList>

/// A tenant's month, or other days, as an invoice: what stands on it, also as a file of several
/// kinds, and closing it for good; and those that are closed, to look at and to save again.
/// Knows neither ledger nor printer: it asks with a ticket and takes the newest answer only.
class InvoiceDesk : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ReportsModel")
    Q_PROPERTY(ActivityFilterChip *tenant READ tenant CONSTANT FINAL)
    Q_PROPERTY(
        ActivityFilterChip *month READ month CONSTANT FINAL) ///< "2026-10", this one first; or days
    Q_PROPERTY(ActivityFilterChip *zone READ zone CONSTANT FINAL) ///< of the days; none: Capstan's
    /// "CAP-000012 · research · 2026-10 · $46.06", the newest first.
    Q_PROPERTY(ActivityFilterChip *closedOnes READ closedOnes CONSTANT FINAL)
    Q_PROPERTY(bool shown READ isShown WRITE setShown NOTIFY changed FINAL)
    Q_PROPERTY(bool ready READ isReady NOTIFY changed FINAL)      ///< an invoice can be saved
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)     ///< "Draft", "CAP-000012, closed"
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL) ///< calls, cost, terms
    Q_PROPERTY(QString payable READ payable NOTIFY changed FINAL) ///< "$46.06"
    Q_PROPERTY(bool closable READ isClosable NOTIFY changed FINAL) ///< over, and not closed yet
    Q_PROPERTY(bool asking READ isAsking NOTIFY changed FINAL)     ///< whether it is really meant
    Q_PROPERTY(QString closingText READ closingText NOTIFY changed FINAL) ///< what that would do
    /// The tenant's mark-up in percent, as it is typed; below zero for a discount.
    Q_PROPERTY(QString percent READ percent WRITE setPercent NOTIFY changed FINAL)
    Q_PROPERTY(QString termsText READ termsText NOTIFY changed FINAL)   ///< what it would come to
    Q_PROPERTY(bool termsReady READ areTermsReady NOTIFY changed FINAL) ///< others than in force
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed FINAL)
    Q_PROPERTY(QString savedText READ savedText NOTIFY changed FINAL)

public:
    /// Months that may be chosen: this one and the year before it.
    static constexpr int Months = 13;

    explicit InvoiceDesk(QObject *parent = nullptr);

    void apply(const core::Snapshot &snapshot);
    /// Where files go; by default the person's folder for downloads.
    void setFolder(const QString &folder) { m_folder = folder; }
    /// Another service answers from now on: what was asked and not answered is asked again, as
    /// soon as it has started.
    void reset();
    /// Answers to invoiceWanted().
    void take(quint64 ticket, const core::Invoice &invoice);
    void refuse(quint64 ticket, const QString &why);
    /// Answers closedWanted(), oldest first.
    void takeClosed(const std::vector<core::Invoice> &invoices);
    /// Answers to printWanted(), closeWanted() and termsWanted(): empty says that all went well.
    void printed(const QString &path, const QString &problem);
    void closed(const QString &problem);
    void termsKept(const QString &problem) { closed(problem); } // asked for anew either way

    [[nodiscard]] LedgerFilterChip *tenant() { return &m_tenant; }
    [[nodiscard]] ActivityFilterChip *month() { return &m_month; }
    [[nodiscard]] ActivityFilterChip *zone() { return &m_askedZone; }
    [[nodiscard]] ActivityFilterChip *closedOnes() { return &m_closed; }
    [[nodiscard]] bool isShown() const { return m_shown; }
    void setShown(bool shown);
    [[nodiscard]] bool isReady() const { return m_invoice.has_value(); }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString payable() const;
    [[nodiscard]] bool isClosable() const;
    [[nodiscard]] bool isAsking() const { return m_asking; }
    [[nodiscard]] QString closingText() const;
    [[nodiscard]] const QString &percent() const { return m_percent; }
    void setPercent(const QString &percent);
    [[nodiscard]] QString termsText() const;
    [[nodiscard]] bool areTermsReady() const;
    [[nodiscard]] const QString &errorText() const { return m_errorText; }
    [[nodiscard]] const QString &savedText() const { return m_savedText; }

    Q_INVOKABLE void savePdf();
    Q_INVOKABLE void saveCsv();
    Q_INVOKABLE void saveJson();
    Q_INVOKABLE void saveTable();
    Q_INVOKABLE void askToClose();
    Q_INVOKABLE void keepOpen();
    Q_INVOKABLE void close();
    Q_INVOKABLE void keepTerms();

Q_SIGNALS:
    void changed();
    void closedWanted(); ///< all that are closed
    void invoiceWanted(quint64 ticket, const QByteArray &tenant, const core::Span &period);
    void printWanted(const core::Invoice &invoice, const QString &path);
    void closeWanted(const QByteArray &tenant, const core::Span &period);
    void termsWanted(const QByteArray &tenant, const core::BillingTerms &terms);

private:
    void ask();
    void follow(const ActivityFilterChip &chip); ///< which was changed
    [[nodiscard]] std::optional<std::pair<QByteArray, core::Span>> wanted() const;
    void tookWish(); ///< closing or other terms, of the invoice that is shown
    [[nodiscard]] QString chosenText() const;
    [[nodiscard]] QString freePath(const QString &ending) const;
    void save(const QByteArray &content, const QString &ending);

    LedgerFilterChip m_tenant;
    DaysFilterChip m_month;
    ZoneFilterChip m_askedZone;
    ActivityFilterChip m_closed;
    std::vector<core::Invoice> m_invoices; ///< the closed ones, in the order of their choices
    bool m_following = false;
    QByteArray m_zone;
    core::Time m_now{};
    QString m_folder;
    quint64 m_ticket = 0;
    QStringList m_wishes; ///< whose answers are still to come, in their order: "research, 2026-10"
    bool m_shown = false;
    bool m_asking = false;
    std::optional<core::Invoice> m_invoice;
    QString m_percent;
    QString m_errorText;
    QString m_savedText;
};
