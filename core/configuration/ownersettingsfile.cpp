// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/ownersettingsfile.h"

#include "core/configuration/fields.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>
#include <utility>

namespace core {

using namespace Qt::StringLiterals;

namespace {

template <class T>
using Words = std::vector<std::pair<const char *, T>>;

const Words<bool> Truths{{"false", false}, {"true", true}};
const Words<Durability> Durabilities{{"process", Durability::Process}, {"full", Durability::Power}};
const Words<Appearance::Scheme> Schemes{{"system", Appearance::Scheme::System},
                                        {"light", Appearance::Scheme::Light},
                                        {"dark", Appearance::Scheme::Dark}};
const Words<Appearance::Motion> Motions{{"system", Appearance::Motion::System},
                                        {"reduced", Appearance::Motion::Reduced},
                                        {"full", Appearance::Motion::Full}};
const Words<Appearance::Language> Languages{{"system", Appearance::Language::System},
                                            {"en", Appearance::Language::English},
                                            {"de", Appearance::Language::German},
                                            {"fr", Appearance::Language::French},
                                            {"es", Appearance::Language::Spanish},
                                            {"zh_CN", Appearance::Language::Chinese}};
const Words<Appearance::TextSize> TextSizes{{"small", Appearance::TextSize::Small},
                                            {"normal", Appearance::TextSize::Normal},
                                            {"large", Appearance::TextSize::Large},
                                            {"largest", Appearance::TextSize::Largest}};

template <class T>
auto among(const Words<T> &words)
{
    return [&words](QByteArrayView text) -> Result<T> {
        for (const auto &[word, value] : words) {
            if (text == word) {
                return value;
            }
        }
        return Error{
            ErrorCode::InvalidInput, u"is not allowed here"_s, u"Delete that line or the file."_s};
    };
}

template <class T>
QString wordFor(const Words<T> &words, T value)
{
    const auto found = std::ranges::find(words, value, &std::pair<const char *, T>::second);
    return QString::fromLatin1(found->first);
}

Result<DisplayCurrency> currency(QByteArrayView text)
{
    const auto read = DisplayCurrency::fromText(text);
    return read.ok() ? read
                     : Error{ErrorCode::InvalidInput,
                             u"is no currency with its rate"_s,
                             u"Delete that line or the file."_s};
}

/// Reads one entry after the other and keeps the first error.
class Entries
{
public:
    explicit Entries(const QString &file)
        : m_settings(file, QSettings::IniFormat)
    {}

    void read(auto &target, const QString &key, auto parser)
    {
        if (m_error || !m_settings.contains(key)) {
            return;
        }
        const QByteArray text = m_settings.value(key).toString().toUtf8();
        if (auto value = parser(QByteArrayView(text)); value.ok()) {
            target = *std::move(value);
        } else {
            m_error =
                Error{ErrorCode::InvalidInput,
                      u"%1: %2: %3 %4."_s.arg(
                          m_settings.fileName(), key, scalars::quoted(text), value.error().message),
                      value.error().remedy};
        }
    }
    void readUpstreams(OwnerSettings &settings)
    {
        const int count = m_settings.beginReadArray(u"upstreams"_s);
        for (int i = 0; i < count; ++i) {
            m_settings.setArrayIndex(i);
            OwnerSettings::Upstream upstream;
            read(upstream.name, u"name"_s, scalars::name);
            read(upstream.baseUrl, u"base_url"_s, scalars::httpUrl);
            if (!upstream.name.isEmpty() && !upstream.baseUrl.isEmpty()) {
                settings.upstreams.push_back(upstream);
            }
        }
        m_settings.endArray();
    }
    [[nodiscard]] const std::optional<Error> &error()
    {
        if (!m_error && m_settings.status() != QSettings::NoError) {
            m_error = Error{ErrorCode::InvalidInput,
                            u"%1 cannot be read."_s.arg(m_settings.fileName()),
                            u"Correct it or delete it; it holds what was set in the window."_s};
        }
        return m_error;
    }

private:
    QSettings m_settings;
    std::optional<Error> m_error;
};

void writeUpstreams(QSettings &file, const std::vector<OwnerSettings::Upstream> &upstreams)
{
    file.beginWriteArray(u"upstreams"_s, static_cast<int>(upstreams.size()));
    int index = 0;
    for (const OwnerSettings::Upstream &upstream : upstreams) {
        file.setArrayIndex(index++);
        file.setValue(u"name"_s, QString::fromUtf8(upstream.name));
        file.setValue(u"base_url"_s, QString::fromUtf8(upstream.baseUrl));
    }
    file.endArray();
}

} // namespace

OwnerSettingsFile::OwnerSettingsFile(QString file)
    : m_file(std::move(file))
{}

Result<OwnerSettings> OwnerSettingsFile::read() const
{
    OwnerSettings settings;
    if (m_file.isEmpty() || !QFileInfo::exists(m_file)) {
        return settings;
    }
    Entries entries(m_file);
    entries.read(settings.listen, u"server/listen"_s, scalars::address);
    entries.read(settings.port, u"server/port"_s, scalars::port);
    entries.read(settings.durability, u"server/durability"_s, among(Durabilities));
    entries.read(settings.requireKeys, u"server/require_keys"_s, among(Truths));
    entries.read(
        settings.retentionDays, u"retention/days"_s, fields::intFrom(0, MostRetentionDays));
    entries.read(settings.retentionMegabytes,
                 u"retention/max_size_mb"_s,
                 fields::wholeFrom(0, MostRetentionMegabytes));
    entries.read(settings.appearance.scheme, u"appearance/scheme"_s, among(Schemes));
    entries.read(settings.appearance.motion, u"appearance/motion"_s, among(Motions));
    entries.read(settings.appearance.textSize, u"appearance/text_size"_s, among(TextSizes));
    entries.read(settings.appearance.language, u"appearance/language"_s, among(Languages));
    entries.read(settings.appearance.currency, u"appearance/currency"_s, currency);
    entries.read(settings.isWelcomed, u"window/welcomed"_s, among(Truths));
    entries.readUpstreams(settings);
    if (entries.error()) {
        return *entries.error();
    }
    return settings;
}

Outcome OwnerSettingsFile::write(const OwnerSettings &settings) const
{
    const Error impossible{ErrorCode::Unavailable,
                           u"The settings cannot be kept in %1."_s.arg(m_file),
                           u"Give this user permission to write there."_s};
    if (m_file.isEmpty() || !QDir().mkpath(QFileInfo(m_file).absolutePath())) {
        return impossible;
    }
    QSettings file(m_file, QSettings::IniFormat);
    file.clear();
    const auto put = [&file](const QString &key, const auto &value, auto text) {
        if (value) {
            file.setValue(key, text(*value));
        }
    };
    put(u"server/listen"_s, settings.listen, [](const auto &v) { return QString::fromUtf8(v); });
    put(u"server/port"_s, settings.port, [](quint16 v) { return QString::number(v); });
    put(u"server/durability"_s, settings.durability, [](auto v) {
        return wordFor(Durabilities, v);
    });
    put(u"server/require_keys"_s, settings.requireKeys, [](bool v) { return wordFor(Truths, v); });
    put(u"retention/days"_s, settings.retentionDays, [](int v) { return QString::number(v); });
    put(u"retention/max_size_mb"_s, settings.retentionMegabytes, [](qint64 v) {
        return QString::number(v);
    });
    file.setValue(u"appearance/scheme"_s, wordFor(Schemes, settings.appearance.scheme));
    file.setValue(u"appearance/motion"_s, wordFor(Motions, settings.appearance.motion));
    file.setValue(u"appearance/text_size"_s, wordFor(TextSizes, settings.appearance.textSize));
    file.setValue(u"appearance/language"_s, wordFor(Languages, settings.appearance.language));
    put(u"appearance/currency"_s, settings.appearance.currency, [](const auto &v) {
        return QString::fromLatin1(v.toText());
    });
    file.setValue(u"window/welcomed"_s, wordFor(Truths, settings.isWelcomed));
    writeUpstreams(file, settings.upstreams);
    file.sync();
    return file.status() == QSettings::NoError ? Outcome(Done{}) : Outcome(impossible);
}

} // namespace core
