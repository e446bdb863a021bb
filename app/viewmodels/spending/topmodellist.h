// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/barfigures.h"
#include "app/viewmodels/rowlistmodel.h"
#include "core/snapshot.h"

/// One of the dearest models of today.
struct TopModelRow
{
    Q_GADGET
    QML_VALUE_TYPE(topModelRow)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString spentText MEMBER spentText) ///< today
    Q_PROPERTY(QString burnText MEMBER burnText)
    Q_PROPERTY(BarFigures bar MEMBER bar) ///< its part of today's spend

public:
    QString name;
    QString spentText;
    QString burnText;
    BarFigures bar;
};

struct TopModelFacts
{
    QByteArray name;
    core::Money spent;
    core::Money burn;
    core::Money ofAll; ///< what all models spent today

    [[nodiscard]] const QByteArray &key() const { return name; }
    friend bool operator==(const TopModelFacts &, const TopModelFacts &) = default;
};

class TopModelList : public RowListModel<TopModelFacts>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
public:
    static constexpr std::size_t Most = 5;

    using RowListModel::RowListModel;
    void apply(const core::Snapshot &snapshot);

private:
    [[nodiscard]] QVariant present(const TopModelFacts &facts) const override;
};
