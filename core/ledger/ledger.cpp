// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledger.h"

#include "core/ledger/ledgerfile.h"
#include "core/ledger/ledgerprivate.h"
#include "core/ledger/schema.h"
#include "core/ledger/verification.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace core {
using namespace Qt::StringLiterals;

namespace {
Outcome makeFolder(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (QDir(folder).exists()) {
        return Done{};
    }
    if (!QDir().mkpath(folder)) {
        return Error{ErrorCode::Unavailable,
                     u"The folder %1 for the ledger cannot be made."_s.arg(folder),
                     u"Choose a data folder that this user may write to."_s};
    }
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return Done{};
}

Result<std::unique_ptr<Connection>> openFile(const QString &path, Durability durability)
{
    if (const Outcome fit = schema::inspect(path); !fit) {
        return fit.error();
    }
    Result<std::unique_ptr<Connection>> opened = Connection::open(path);
    if (!opened) {
        return opened.error();
    }
    Connection &connection = **opened;
    if (const Outcome claimed = schema::claim(connection); !claimed) {
        return claimed.error();
    }
    if (!connection.configure(durability)) {
        return connection.error();
    }
    if (const Outcome migrated = schema::migrate(connection); !migrated) {
        return migrated.error();
    }
    return opened;
}

/// What no retry would make right.
struct Fault
{
    QString operator()(const SettlementRecord &settlement) const
    {
        const TokenUsage &usage = settlement.usage;
        const bool negative = settlement.cost < Money() || usage.input < 0 ||
                              usage.cachedInput < 0 || usage.cacheWrite < 0 || usage.output < 0 ||
                              usage.reasoning < 0;
        return negative ? u"The settlement of %1 has a negative amount."_s.arg(
                              QString::fromLatin1(settlement.id.toText()))
                        : QString();
    }
    QString operator()(const HoldRecord &hold) const
    {
        const bool negative =
            hold.bound.cost < Money() || hold.bound.tokens < 0 || hold.bound.requests < 0;
        return negative ? u"The hold of %1 has a negative bound."_s.arg(
                              QString::fromLatin1(hold.id.toText()))
                        : QString();
    }
    QString operator()(const CorrectionRecord &correction) const
    {
        const TokenUsage &usage = correction.usage;
        const bool negative = correction.cost < Money() || usage.input < 0 ||
                              usage.cachedInput < 0 || usage.cacheWrite < 0 || usage.output < 0 ||
                              usage.reasoning < 0;
        return negative ? u"The correction of %1 has a negative amount."_s.arg(
                              QString::fromLatin1(correction.id.toText()))
                        : QString();
    }
    template <class Record>
    QString operator()(const Record &) const
    {
        return {};
    }
};
} // namespace

Ledger::Ledger(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{}

Ledger::~Ledger() = default;

Result<std::unique_ptr<Ledger>> Ledger::open(const QString &path, Durability durability)
{
    if (const Outcome made = makeFolder(path); !made) {
        return made.error();
    }
    Result<std::unique_ptr<QLockFile>> lock = ledgerfile::claim(path);
    if (!lock) {
        return lock.error();
    }
    Result<std::unique_ptr<Connection>> connection = openFile(path, durability);
    if (!connection) {
        return connection.error();
    }
    std::unique_ptr<Ledger> ledger(new Ledger(
        std::make_unique<Private>(std::move(lock).value(), std::move(connection).value())));
    if (const Outcome adopted = ledger->d->adopt(); !adopted) {
        return adopted.error();
    }
    return ledger;
}

bool Ledger::Private::writeAll(const std::vector<LedgerRecord> &batch)
{
    const auto writeOne = [this](const auto &record) {
        using Record = std::decay_t<decltype(record)>;
        if constexpr (requires { entries.write(record); }) {
            return entries.write(record);
        } else if constexpr (requires { keys.write(record); }) {
            return keys.write(record);
        } else if constexpr (requires { invoices.write(record); }) {
            return invoices.write(record);
        } else {
            static_assert(requires { standing.write(std::declval<const Record &>()); });
            return standing.write(record);
        }
    };
    return std::all_of(batch.cbegin(),
                       batch.cend(),
                       [&](const LedgerRecord &record) { return std::visit(writeOne, record); }) &&
           rollups.flush() && appendLinks();
}

Outcome Ledger::write(const std::vector<LedgerRecord> &batch)
{
    for (const LedgerRecord &record : batch) {
        if (const QString fault = std::visit(Fault{}, record); !fault.isEmpty()) {
            return Error{
                ErrorCode::InvalidInput, fault, u"It was not written; please report this."_s};
        }
    }
    if (!d->connection->begin()) {
        return d->connection->error();
    }
    if (d->writeAll(batch) && d->connection->commit()) {
        return Done{};
    }
    const Error error = d->connection->error();
    d->undo();
    return error;
}

void Ledger::Private::undo()
{
    connection->rollback();
    names.forget();
    rollups.clear();
    chain.clear();
    nameChain.clear();
}

Outcome Ledger::Private::adopt()
{
    if (connection->begin() && chain.adopt() && nameChain.adopt() && connection->commit()) {
        return Done{};
    }
    const Error error = connection->error();
    undo();
    return error;
}

Result<LedgerState> Ledger::load()
{
    LedgerState state;
    if (const Outcome standing = d->standing.read(state); !standing) {
        return standing.error();
    }
    if (!d->entries.readOpenHolds(state.openHolds)) {
        return d->connection->error();
    }
    if (const Outcome keys = d->keys.read(state.keys); !keys) {
        return keys.error();
    }
    return state;
}

Result<bool> Ledger::prune(const Retention &rules, Time now)
{
    return d->pruning.step(rules, now);
}

Result<bool> Ledger::packSums(Time now)
{
    return d->packedSums.step(now);
}

Result<std::vector<QString>> Ledger::verify()
{
    return verification::differences(*d->connection);
}

Outbox &Ledger::outbox()
{
    return d->outbox;
}

AlertMarks &Ledger::alertMarks()
{
    return d->alertMarks;
}

Outcome Ledger::checkpoint()
{
    if (!d->connection->checkpoint()) {
        return d->connection->error();
    }
    return Done{};
}

int Ledger::walPages() const
{
    return d->connection->walPages();
}

} // namespace core
