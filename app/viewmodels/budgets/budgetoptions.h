// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/budgets/downgradelist.h"

#include <QObject>

#include <optional>

/// What few budgets need to say: the folded part of the form. Each option has a line that says what
/// comes of it as it stands.
class BudgetOptions : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the BudgetForm")
    Q_PROPERTY(bool unfolded READ isUnfolded WRITE setUnfolded NOTIFY unfoldedChanged FINAL)
    /// By which commands and the API know it; empty: the one that is proposed.
    Q_PROPERTY(QString id READ id WRITE setId NOTIFY changed FINAL)
    Q_PROPERTY(QString idHint READ idHint NOTIFY changed FINAL) ///< the one that is proposed
    Q_PROPERTY(bool idOpen READ isIdOpen NOTIFY changed FINAL)  ///< the budget is new
    Q_PROPERTY(QString hardMark READ hardMark WRITE setHardMark NOTIFY changed FINAL) ///< per cent
    Q_PROPERTY(QString hardMarkText READ hardMarkText NOTIFY described FINAL)
    Q_PROPERTY(DowngradeList *downgrades READ downgrades CONSTANT FINAL)
    Q_PROPERTY(QString downgradesText READ downgradesText NOTIFY described FINAL)
    Q_PROPERTY(QString tools READ tools WRITE setTools NOTIFY changed FINAL) ///< "web_search, code"
    Q_PROPERTY(QString toolsText READ toolsText NOTIFY described FINAL)
    Q_PROPERTY(bool clamp READ clamps WRITE setClamp NOTIFY changed FINAL)
    Q_PROPERTY(QString clampText READ clampText NOTIFY described FINAL)
    Q_PROPERTY(bool yields READ yields WRITE setYields NOTIFY changed FINAL)
    Q_PROPERTY(QString yieldsText READ yieldsText NOTIFY described FINAL)
    /// Each of a dimension has a counter of its own: others may have a budget by name.
    Q_PROPERTY(bool ofEach READ isOfEach NOTIFY described FINAL)

public:
    explicit BudgetOptions(QObject *parent = nullptr);

    /// As that budget has them; `rules` without what the form itself says of a substitute.
    void begin(const core::Budget &budget, const DowngradeList::Rules &rules);
    /// The id of one that there is stays; for a new one this is a proposal.
    void beginId(const QByteArray &id, bool isNew);
    /// Into one that has its selector already. InvalidInput says which option cannot be read.
    [[nodiscard]] core::Outcome readInto(core::Budget &budget) const;
    /// What the lines are about; none: the form is not complete.
    void describe(const std::optional<core::Budget> &budget, bool isOfEach);

    [[nodiscard]] bool isUnfolded() const { return m_unfolded; }
    void setUnfolded(bool unfolded);
    [[nodiscard]] const QString &id() const { return m_id; }
    void setId(const QString &id) { put(m_id, id); }
    [[nodiscard]] const QString &idHint() const { return m_idHint; }
    [[nodiscard]] bool isIdOpen() const { return m_idOpen; }
    /// As it is to be saved.
    [[nodiscard]] QByteArray chosenId() const;
    [[nodiscard]] const QString &hardMark() const { return m_hardMark; }
    void setHardMark(const QString &percent) { put(m_hardMark, percent); }
    [[nodiscard]] QString hardMarkText() const;
    [[nodiscard]] DowngradeList *downgrades() { return &m_downgrades; }
    [[nodiscard]] QString downgradesText() const;
    [[nodiscard]] const QString &tools() const { return m_tools; }
    void setTools(const QString &tools) { put(m_tools, tools); }
    [[nodiscard]] QString toolsText() const;
    [[nodiscard]] bool clamps() const { return m_clamp; }
    void setClamp(bool clamp) { put(m_clamp, clamp); }
    [[nodiscard]] QString clampText() const;
    [[nodiscard]] bool yields() const { return m_yields; }
    void setYields(bool yields) { put(m_yields, yields); }
    [[nodiscard]] QString yieldsText() const;
    [[nodiscard]] bool isOfEach() const { return m_ofEach; }

Q_SIGNALS:
    void changed();
    void described();
    void unfoldedChanged();

private:
    template <class T>
    void put(T &field, const T &value)
    {
        if (field != value) {
            field = value;
            Q_EMIT changed();
        }
    }
    [[nodiscard]] core::Result<int> readHardMark() const;

    bool m_unfolded = false;
    QString m_id;
    QString m_idHint;
    bool m_idOpen = true;
    QString m_hardMark;
    DowngradeList m_downgrades;
    QString m_tools;
    bool m_clamp = true;
    bool m_yields = false;
    bool m_ofEach = false;
    std::optional<core::Budget> m_described;
};
