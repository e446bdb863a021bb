// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/activityrow.h"
#include "app/viewmodels/activity/correctioneditor.h"
#include "app/viewmodels/rowlistmodel.h"
#include "core/snapshot.h"

#include <chrono>

/// One line of a request's story.
struct StoryLine
{
    Q_GADGET
    QML_VALUE_TYPE(storyLine)
    Q_PROPERTY(bool heading MEMBER heading) ///< begins a part: a glyph and a title
    Q_PROPERTY(QString glyph MEMBER glyph)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(QString value MEMBER value) ///< stands right
    Q_PROPERTY(Tone::Kind tone MEMBER tone)
    Q_PROPERTY(bool strong MEMBER strong)
    Q_PROPERTY(int series MEMBER series)  ///< colour of its share of the time; -1: none
    Q_PROPERTY(double begin MEMBER begin) ///< of its share, 0..1 of the whole time
    Q_PROPERTY(double share MEMBER share) ///< of the whole time, 0..1

public:
    bool heading = false;
    QString glyph;
    QString text;
    QString value;
    Tone::Kind tone = Tone::Calm;
    bool strong = false;
    int series = -1;
    double begin = 0;
    double share = 0;
    int place = 0;

    [[nodiscard]] int key() const { return place; }
    friend bool operator==(const StoryLine &, const StoryLine &) = default;
};

/// What a request that runs has come to.
struct StorySoFar
{
    qint64 outputTokens = 0;
    core::Money cost;
    core::Money held; ///< for what is still to come, at most
    std::chrono::seconds time{0};
    core::Time admittedAt{};
    std::optional<core::AdmissionRecord> admission{}; ///< absent until it is told

    [[nodiscard]] static StorySoFar of(const core::RunningCall &call, core::Time now);
    friend bool operator==(const StorySoFar &, const StorySoFar &) = default;
};

/// The lines that tell a request from its attribution to its cost.
[[nodiscard]] std::vector<StoryLine> storyOf(const core::RequestStory &story,
                                             const QTimeZone &zone,
                                             const std::optional<StorySoFar> &soFar = {});

/// "Clamped, then answered" and what stands beside it.
struct StoryTexts
{
    Q_GADGET
    QML_VALUE_TYPE(storyTexts)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString cost MEMBER cost)
    Q_PROPERTY(QString origin MEMBER origin) ///< "settled, reported by the upstream"
    Q_PROPERTY(QString exact MEMBER exact)   ///< to the nano-dollar
    Q_PROPERTY(QString tenant MEMBER tenant) ///< whose budgets these are

public:
    QString title;
    QString id;
    QString cost;
    QString origin;
    QString exact;
    QString tenant;
    friend bool operator==(const StoryTexts &, const StoryTexts &) = default;
};
[[nodiscard]] StoryTexts textsOf(const core::RequestStory &story,
                                 const std::optional<StorySoFar> &soFar = {});

/// One request's whole story; empty until one is chosen.
class StoryModel : public RowListModel<StoryLine>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ActivityModel")
    Q_PROPERTY(bool present READ isPresent NOTIFY changed FINAL)
    Q_PROPERTY(QString id READ id NOTIFY changed FINAL) ///< of the request that was chosen
    Q_PROPERTY(StoryTexts texts READ texts NOTIFY changed FINAL)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed FINAL)
    Q_PROPERTY(CorrectionEditor *correction READ correction CONSTANT FINAL)

public:
    using RowListModel::RowListModel;

    void show(const core::RequestId &id);
    /// Asks again: a request that runs has gone on.
    void refresh();
    void retell(); ///< amounts are shown in another currency: asks for it again
    /// Asks again for this one, which was changed by hand.
    void readAgain(const core::RequestId &id);
    /// The zone of its times, and what it has come to while it runs.
    void apply(const core::Snapshot &snapshot);
    /// Answers to wanted(); one to another request than the chosen one is dropped.
    void take(const core::RequestId &id, const std::optional<core::RequestStory> &story);
    void takeError(const core::RequestId &id, const QString &why);
    /// Answers to admissionWanted(); one to another call than the one that runs is dropped.
    void takeAdmission(core::HoldId hold, const core::AdmissionRecord &admission);

    [[nodiscard]] bool isPresent() const { return m_id.has_value(); }
    [[nodiscard]] QString id() const;
    [[nodiscard]] const StoryTexts &texts() const { return m_texts; }
    [[nodiscard]] const QString &errorText() const { return m_errorText; }

    [[nodiscard]] CorrectionEditor *correction() { return &m_correction; }

    Q_INVOKABLE void clear();
    Q_INVOKABLE QString asText() const; ///< the whole story, to copy

Q_SIGNALS:
    void changed();
    void wanted(const core::RequestId &id);
    /// It runs: how it was let in. Once for each attempt.
    void admissionWanted(core::HoldId hold);

private:
    [[nodiscard]] QVariant present(const StoryLine &line) const override
    {
        return QVariant::fromValue(line);
    }

    [[nodiscard]] bool isRunning() const;
    void follow(core::HoldId hold);
    void tell();

    std::optional<core::RequestId> m_id;
    std::optional<core::RequestStory> m_story; ///< as the ledger has it
    std::optional<StorySoFar> m_soFar;
    core::HoldId m_hold = core::HoldId::None;         ///< of the attempt that runs
    std::optional<core::AdmissionRecord> m_admission; ///< of the same
    StoryTexts m_texts;
    QString m_errorText;
    CorrectionEditor m_correction;
    QTimeZone m_zone;
};
