// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/keys/keyform.h"
#include "app/viewmodels/rowlistmodel.h"
#include "core/snapshot.h"

#include <QHash>
#include <QTimeZone>

/// A virtual key in one line.
struct KeyRow
{
    Q_GADGET
    QML_VALUE_TYPE(keyRow)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString name MEMBER name) ///< its id where it has none
    Q_PROPERTY(QString tenant MEMBER tenant)
    Q_PROPERTY(QString hint MEMBER hint) ///< "sk-cap-…9f2c"
    Q_PROPERTY(QString used MEMBER used) ///< "today 14:09", "never used", "revoked 12 Oct 10:11"
    Q_PROPERTY(
        QString limits MEMBER limits) ///< "agent crawler · 60 requests a minute"; may be empty
    Q_PROPERTY(bool active MEMBER active)
    Q_PROPERTY(bool revoked MEMBER revoked)

public:
    QString id;
    QString name;
    QString tenant;
    QString hint;
    QString used;
    QString limits;
    bool active = false;
    bool revoked = false;
    friend bool operator==(const KeyRow &, const KeyRow &) = default;
};

struct KeyRowFacts
{
    core::KeyFacts facts;
    core::KeyState state = core::KeyState::Active;
    qint64 day = 0; ///< "today" becomes "yesterday" at midnight

    [[nodiscard]] const QByteArray &key() const { return facts.id; }
    friend bool operator==(const KeyRowFacts &, const KeyRowFacts &) = default;
};

/// The virtual keys of the selected tenant, or of all: the newest first, those that work before
/// those that do not.
class KeyListModel : public RowListModel<KeyRowFacts>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(KeyForm *form READ form CONSTANT FINAL)

public:
    using RowListModel::RowListModel;

    void apply(const core::Snapshot &snapshot, const QByteArray &tenant); ///< empty: all

    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] KeyForm *form() { return &m_form; }

    Q_INVOKABLE void edit(int row);
    /// For good, at once; by its id, as the list may change while a person is asked.
    Q_INVOKABLE void revoke(const QString &id);

Q_SIGNALS:
    void countChanged();
    void revokeRequested(const QByteArray &id);

private:
    [[nodiscard]] QVariant present(const KeyRowFacts &row) const override;
    [[nodiscard]] bool has(int row) const { return row >= 0 && row < rowCount(); }

    KeyForm m_form;
    QHash<QByteArray, core::Budget> m_caps; ///< the daily money cap of a key, by its id
    quint64 m_revision = 0;                 ///< of the budgets that they were taken from
    core::Time m_now{};
    QTimeZone m_zone;
};
