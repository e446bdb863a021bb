// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/keys/keynames.h"

#include <QHash>

#include <algorithm>

namespace {

struct Names
{
    std::vector<std::pair<QByteArray, QString>> inOrder; ///< quick to compare, ten times a second
    QHash<QByteArray, QString> byId;
    quint64 revision = 0;
};

Names &names()
{
    static Names now;
    return now;
}

} // namespace

namespace keynames {

void use(const std::vector<core::KeyFacts> &keys)
{
    Names &now = names();
    const auto isSame = [](const core::KeyFacts &key, const auto &known) {
        return key.id == known.first && key.name == known.second;
    };
    if (std::ranges::equal(keys, now.inOrder, isSame)) {
        return;
    }
    now.inOrder.clear();
    now.byId.clear();
    for (const core::KeyFacts &key : keys) {
        now.inOrder.emplace_back(key.id, key.name);
        now.byId.insert(key.id, key.name);
    }
    ++now.revision;
}

QString of(const QByteArray &id)
{
    const QString name = names().byId.value(id);
    return name.isEmpty() ? QString::fromUtf8(id) : name;
}

QByteArray idOf(const QString &typed)
{
    const QByteArray text = typed.toUtf8();
    const QHash<QByteArray, QString> &known = names().byId;
    const QList<QByteArray> ids = known.keys(typed);
    return ids.size() == 1 && !typed.isEmpty() && !known.contains(text) ? ids.front() : text;
}

quint64 revision()
{
    return names().revision;
}

} // namespace keynames
