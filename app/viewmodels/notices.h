// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot.h"

#include <QObject>
#include <QSet>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <optional>
#include <vector>

class BudgetDirectory;

/// One sentence that the owner should read now, and the way out.
struct NoticeTexts
{
    Q_GADGET
    QML_VALUE_TYPE(noticeTexts)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(QString action MEMBER action) ///< the button that solves it; may be empty
    Q_PROPERTY(QString more MEMBER more)     ///< "and 2 more"
    Q_PROPERTY(bool dismissible MEMBER dismissible)

public:
    QString title;
    QString text;
    QString action;
    QString more;
    bool dismissible = false;
    friend bool operator==(const NoticeTexts &, const NoticeTexts &) = default;
};

/// What stands below the header, one at a time, the worst first.
class Notices : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(bool present READ isPresent NOTIFY changed FINAL)
    Q_PROPERTY(Notices::Kind kind READ kind NOTIFY changed FINAL)
    Q_PROPERTY(NoticeTexts texts READ texts NOTIFY changed FINAL)

public:
    /// The worst first.
    enum Kind {
        Failed,
        CapReached,
        UpstreamDown,
        Refused,
        Unmetered,
        AboveBound,
        Destination,
        Keychain,
        Unpriced,
        Recovered,
        Paused
    };
    Q_ENUM(Kind)

    using QObject::QObject;
    void apply(const core::Snapshot &snapshot, const BudgetDirectory &directory);
    /// The engine did not do what was asked.
    void addRefusal(const QString &what, const QString &why);
    /// What stands beside the snapshot; an empty title when there is nothing.
    void setKeychainTrouble(const QString &title, const QString &remedy);
    void setUnpriced(const QString &title, const QString &text);

    [[nodiscard]] bool isPresent() const { return !m_notices.empty(); }
    [[nodiscard]] Kind kind() const;
    [[nodiscard]] NoticeTexts texts() const;
    /// Does what the notice's button says.
    Q_INVOKABLE void act();
    Q_INVOKABLE void dismiss();

Q_SIGNALS:
    void changed();
    void capWanted(const QString &budgetId); ///< show the cap that is reached, to change it
    void resumeWanted();
    void pricesWanted();

private:
    struct Notice
    {
        Kind kind;
        NoticeTexts texts;
        QByteArray budgetId = {}; ///< whose cap is reached
        friend bool operator==(const Notice &, const Notice &) = default;
    };
    void show(std::vector<Notice> notices);
    void addStates(std::vector<Notice> &notices, const core::Snapshot &snapshot) const;
    void addTroubles(std::vector<Notice> &notices, const core::Snapshot &snapshot) const;
    void setBeside(Kind kind, NoticeTexts texts);
    void insert(const Notice &notice);

    std::vector<Notice> m_notices;
    std::optional<Notice> m_refusal;
    std::map<Kind, NoticeTexts> m_beside; ///< what no snapshot tells
    QSet<QString> m_dismissed;            ///< titles, until what they say is over
    int m_recovered = 0;                  ///< calls in the last snapshot
    int m_recoveredSeen = 0;              ///< of these, dismissed
};

/// What a server's own count says of calls past Capstan, or of Capstan's count; for a finding that
/// is either.
[[nodiscard]] QString trafficText(const core::TrafficFinding &traffic, const QString &upstream);
