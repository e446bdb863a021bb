// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/environment.h"

#include "core/configuration/scalars.h"

#include <QUrl>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

enum class Quote { Value, Nothing };

/// Reads one variable after the other and keeps the first error.
class Variables
{
public:
    explicit Variables(const QProcessEnvironment &environment)
        : m_environment(environment)
    {}

    void read(auto &target, const QString &name, auto parser, Quote quote = Quote::Value)
    {
        if (m_error || !m_environment.contains(name)) {
            return;
        }
        const QByteArray text = m_environment.value(name).toUtf8();
        if (text.isEmpty()) {
            fail(name + u": is set but empty."_s, u"Give it a value, or unset it."_s);
        } else if (auto value = parser(QByteArrayView(text)); value.ok()) {
            target = *std::move(value);
        } else {
            const QString what = quote == Quote::Value ? scalars::quoted(text) + u' ' : QString();
            fail(name + u": "_s + what + value.error().message + u'.', value.error().remedy);
        }
    }

    void fail(const QString &message, const QString &remedy)
    {
        if (!m_error) {
            m_error = Error{ErrorCode::InvalidInput, message, remedy};
        }
    }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    const QProcessEnvironment &m_environment;
    std::optional<Error> m_error;
};

Error databaseError(const QString &message)
{
    return {ErrorCode::InvalidInput,
            message,
            u"Give sqlite:///absolute/path/ledger.db, postgresql://user:password@host/database for "
            "a copy there, or unset DATABASE_URL."_s};
}

/// The address may hold a password: nothing of it is quoted.
Result<QString> databaseFile(QByteArrayView text)
{
    const QByteArray address = text.toByteArray();
    if (isPostgres(address)) {
        return QString(); // gets a copy (telemetryenvironment.cpp); the ledger stays on this disk
    }
    constexpr QByteArrayView Scheme = "sqlite://";
    if (!address.startsWith(Scheme)) {
        return databaseError(u"is not an address of an SQLite file"_s);
    }
    const QString path = QUrl::fromPercentEncoding(address.mid(Scheme.size()));
    const bool usable = path.startsWith(u'/') && !path.endsWith(u'/') &&
                        !path.contains(QChar::Null) && !path.contains(u'?');
    if (!usable) {
        return databaseError(u"does not name a file by an absolute path"_s);
    }
    // SQLAlchemy writes an absolute path with four slashes; here both forms name the same file.
    return path.startsWith("//"_L1) ? path.mid(1) : path;
}

Result<Secret> token(QByteArrayView text)
{
    // It travels in an HTTP header, where blanks and control characters get lost.
    if (!scalars::name(text)) {
        return Error{ErrorCode::InvalidInput,
                     u"is not a usable token"_s,
                     u"Give 1 to 200 ASCII characters without blanks."_s};
    }
    return Secret(text.toByteArray());
}

Result<int> positiveFraction(QByteArrayView text)
{
    Result<int> fraction = scalars::fraction(text);
    if (fraction.ok() && *fraction == 0) {
        return Error{ErrorCode::InvalidInput,
                     u"would refuse every call"_s,
                     u"Give a fraction above 0, up to 1; pause a tenant to refuse its calls."_s};
    }
    return fraction;
}

/// Zero means "warn from the first call on": the least mark that any spend crosses.
Result<int> softFraction(QByteArrayView text)
{
    Result<int> fraction = scalars::fraction(text);
    return fraction.ok() ? Result<int>(std::max(1, *fraction)) : fraction;
}

} // namespace

bool isPostgres(QByteArrayView databaseUrl)
{
    const QByteArrayView scheme =
        databaseUrl.first(std::max<qsizetype>(0, databaseUrl.indexOf("://")));
    const QByteArrayView name =
        scheme.first(scheme.contains('+') ? scheme.indexOf('+') : scheme.size());
    return name == "postgres" || name == "postgresql";
}

Result<EnvironmentSettings> readEnvironment(const QProcessEnvironment &environment)
{
    EnvironmentSettings settings;
    BudgetDefaults &defaults = settings.budgetDefaults;
    Variables variables(environment);
    variables.read(settings.upstreamUrl, u"VLLM_BASE_URL"_s, scalars::httpUrl);
    variables.read(settings.defaultModel, u"VLLM_MODEL"_s, scalars::name);
    variables.read(settings.databaseFile, u"DATABASE_URL"_s, databaseFile, Quote::Nothing);
    variables.read(defaults.limit, u"BUDGET_DEFAULT_LIMIT"_s, scalars::positiveDollars);
    variables.read(defaults.hardMark, u"BUDGET_HARD_CAP"_s, positiveFraction);
    // A low hard cap alone takes the built-in soft mark down with it; both given must agree.
    defaults.softMark = std::min(defaults.softMark, defaults.hardMark);
    variables.read(defaults.softMark, u"BUDGET_SOFT_CAP"_s, softFraction);
    variables.read(settings.adminToken, u"CAPSTAN_ADMIN_TOKEN"_s, token, Quote::Nothing);
    if (defaults.softMark > defaults.hardMark) {
        variables.fail(u"BUDGET_SOFT_CAP: is above BUDGET_HARD_CAP."_s,
                       u"Give a soft cap that is at most the hard cap, which is 1 by default."_s);
    }
    if (variables.error()) {
        return *variables.error();
    }
    return settings;
}

} // namespace core
