// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/chain.h"
#include "core/ledger/verification.h"

#include <QDateTime>

#include <map>

namespace core::verification {
using namespace Qt::StringLiterals;

namespace {
/// After a tampering at the front every later link may be named; nobody reads more.
constexpr std::size_t MostSentences = 100;

QString described(const ChainLink::Row &row)
{
    const QString table = QString::fromLatin1(row.table->table);
    const auto text = [](qint64 high, qint64 low) {
        const RequestId id{static_cast<quint64>(high), static_cast<quint64>(low)};
        return QString::fromLatin1(id.toText());
    };
    switch (row.table->kind) {
    case EntryKind::Name:
    case EntryKind::Attribution:
        return u"%1 %2"_s.arg(table).arg(row.key[0]);
    case EntryKind::Refusal:
    case EntryKind::Correction:
        return u"%1 of %2"_s.arg(table, text(row.key[1], row.key[2]));
    case EntryKind::Hold:
    case EntryKind::Settlement:
    case EntryKind::Release:
    case EntryKind::Finding:
        break;
    }
    return u"%1 of %2, attempt %3"_s.arg(table, text(row.key[0], row.key[1])).arg(row.key[2]);
}

QString timeText(Time time)
{
    const qint64 milliseconds =
        std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(Qt::ISODate);
}

/// Walks one chain.
class Walk
{
public:
    Walk(Connection &connection, std::vector<QString> &sentences)
        : m_connection(connection)
        , m_sentences(sentences)
    {
        for (const EntryTable &table : entryTables()) {
            m_rows.try_emplace(table.kind, connection, table.selectOne());
        }
    }

    [[nodiscard]] bool begin(QLatin1StringView chain)
    {
        Statement mark(m_connection, u"SELECT number, hash FROM watermark WHERE name = ?"_s);
        if (!mark.run(QString(chain))) {
            return false;
        }
        if (mark.next()) {
            m_number = mark.integer(0);
            m_hash = mark.bytes(1);
        }
        mark.finish();
        return true;
    }

    [[nodiscard]] bool check(const ChainLink &link)
    {
        if (link.number != m_number + 1 || link.hash != link.hashAfter(m_hash)) {
            say(u"Link %1 of the chain (%2) does not follow from the one before: a link was "
                u"changed or removed."_s.arg(link.number)
                    .arg(timeText(link.at)));
        }
        m_number = link.number;
        m_hash = link.hash;
        const std::vector<ChainLink::Row> rows = link.rows();
        return std::all_of(rows.cbegin(), rows.cend(), [this](const ChainLink::Row &row) {
            return row.table == nullptr || check(row);
        });
    }

    /// Whether each table has as many rows as the links name.
    [[nodiscard]] bool countTables(bool namesOnly)
    {
        for (const EntryTable &table : entryTables()) {
            if (isName(table.kind) != namesOnly) {
                continue;
            }
            const QString name = QString::fromLatin1(table.table);
            const Result<qint64> count =
                m_connection.integer(u"SELECT count(*) FROM %1"_s.arg(name));
            if (!count) {
                return false;
            }
            if (*count > m_found[table.kind]) {
                say(u"The table %1 has %2 row(s) that no link names: they were added past "
                    u"Capstan."_s.arg(name)
                        .arg(*count - m_found[table.kind]));
            }
        }
        return true;
    }

private:
    void say(const QString &sentence)
    {
        if (m_said++ < MostSentences) {
            m_sentences.push_back(sentence);
        } else if (m_said == MostSentences + 1) {
            m_sentences.push_back(u"There are more differences in the chain."_s);
        }
    }

    [[nodiscard]] bool check(const ChainLink::Row &row)
    {
        Statement &found = m_rows.at(row.table->kind);
        const bool ran = row.table->keys == 1 ? found.run(row.key[0])
                                              : found.run(row.key[0], row.key[1], row.key[2]);
        if (!ran) {
            return false;
        }
        if (!found.next()) {
            say(u"The %1 is missing."_s.arg(described(row)));
            return true;
        }
        ++m_found[row.table->kind];
        if (ChainLink::digestOf(row.table->contentOf(found)) != row.digest) {
            say(u"The %1 was changed."_s.arg(described(row)));
        }
        found.finish();
        return true;
    }

    Connection &m_connection;
    std::vector<QString> &m_sentences;
    std::map<EntryKind, Statement> m_rows;
    std::map<EntryKind, qint64> m_found;
    std::size_t m_said = 0;
    qint64 m_number = 0;
    QByteArray m_hash;
};
} // namespace

bool checkChain(Connection &connection, QLatin1StringView chain, std::vector<QString> &sentences)
{
    Walk walk(connection, sentences);
    if (!walk.begin(chain)) {
        return false;
    }
    ChainReader links(connection, chain);
    ChainLink link;
    while (links.next(link)) {
        if (!walk.check(link)) {
            return false;
        }
    }
    return links.sawAll() && walk.countTables(chain == Chain::OfNames);
}

} // namespace core::verification
