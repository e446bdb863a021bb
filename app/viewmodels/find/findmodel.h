// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/ledgerfilterchip.h"
#include "app/viewmodels/rowlistmodel.h"
#include "core/snapshot.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>

/// One thing that was found, and where it leads.
struct FindHit
{
    Q_GADGET
    QML_VALUE_TYPE(findHit)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString kind MEMBER kind) ///< "tenant", "action"
    Q_PROPERTY(QString glyph MEMBER glyph)

public:
    enum class Leads { Page, NewBudget, PauseAll, Section, Tenant, Key, Model, Request };

    QString title;
    QString kind;
    QString glyph;
    Leads leads = Leads::Page;
    int page = 0; ///< or section of the settings
    core::RequestId request{};
    QString id{}; ///< of a key, which is found by it as well

    [[nodiscard]] QString key() const { return kind + u'\n' + title + u'\n' + id; }
    friend bool operator==(const FindHit &, const FindHit &) = default;
};

/// Finds pages and actions, sections of the settings, tenants, keys, models and requests by what is
/// typed: tenants of today, of a budget and of a key at once, all others that the ledger has calls
/// of as soon as somebody looks. Actions first, names that begin with the text before those that
/// contain it.
class FindModel : public RowListModel<FindHit>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY found FINAL)
    Q_PROPERTY(int count READ count NOTIFY found FINAL)
    /// Of the settings page, in its order.
    Q_PROPERTY(QList<QString> sections READ sections WRITE setSections NOTIFY sectionsChanged FINAL)

public:
    /// More would be a list, and there is a page for that.
    static constexpr std::size_t MostHits = 12;

    explicit FindModel(QObject *parent = nullptr);

    void apply(const core::Snapshot &snapshot);
    [[nodiscard]] const QString &text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] const QStringList &sections() const { return m_sections; }
    void setSections(const QStringList &sections);
    [[nodiscard]] LedgerFilterChip *knownTenants() { return &m_knownTenants; }
    Q_INVOKABLE void look() { m_knownTenants.look(); } ///< somebody is about to type
    Q_INVOKABLE void choose(int row);

Q_SIGNALS:
    void found();
    void sectionsChanged();
    void pageWanted(int page);
    void newBudgetWanted();
    void pauseAllWanted();
    void sectionWanted(int section);
    void tenantWanted(const QString &name);
    void keyWanted(const QString &id);
    void modelWanted(const QString &name);
    void requestWanted(const core::RequestId &id);

private:
    [[nodiscard]] QVariant present(const FindHit &hit) const override
    {
        return QVariant::fromValue(hit);
    }
    void search();
    void listTenants();
    [[nodiscard]] std::vector<FindHit> named(const QString &text) const;

    QString m_text;
    QStringList m_sections;
    LedgerFilterChip m_knownTenants;
    QStringList m_tenants; ///< each once, those of today first
    std::vector<core::KeyFacts> m_keys;
    std::vector<QString> m_models;
};

/// The id that "req-" and 32 hexadecimal digits stand for; nothing for anything else.
[[nodiscard]] std::optional<core::RequestId> requestIdFrom(const QString &text);
