// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The real window on the real service: a request's story is open while the request goes its way.
#include "tests/app/windowcase.h"
#include "tests/support/httpclient.h"

#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

namespace {

/// A call of "research" at a cent a token, perhaps a stream of twenty tokens a second, by a client
/// of its own.
class Call
{
public:
    Call(quint16 port, int tokens, const QByteArray &model = "cent", bool isSlow = false)
    {
        const QByteArray count = QByteArray::number(tokens);
        const QByteArray question = "{\"model\":\"" + model + "\",\"max_tokens\":" + count +
                                    (isSlow ? ",\"stream\":true" : "") +
                                    ",\"messages\":[{\"role\":\"user\",\"content\":\"" +
                                    (isSlow ? "[[sim:slow-tokens=20]] " : "") +
                                    "[[tokens=" + count + "]]\"}]}";
        m_client = std::thread([this, port, question] {
            const test::Answer answer = test::HttpClient(port).post(
                "/v1/chat/completions", question, "X-Tenant-Id: research\r\n");
            m_id = answer.header("x-capstan-request-id");
            m_status = answer.status();
        });
    }
    ~Call() { m_client.join(); }

    [[nodiscard]] int status() const { return m_status; } ///< 0 until it has ended
    [[nodiscard]] core::RequestId id() const { return *core::RequestId::fromText(m_id); }

private:
    QByteArray m_id; ///< before m_status
    std::atomic<int> m_status = 0;
    std::thread m_client;
};

core::Budget capOf(const QByteArray &selector, qint64 dollars, const QByteArray &window)
{
    core::Budget budget;
    budget.id = "b-" + window;
    budget.selector = *core::Selector::parse(selector);
    budget.window = *core::Window::parse(window);
    budget.limit = dollars * core::Money::NanosPerDollar;
    budget.clamp = false;
    return budget;
}

} // namespace

class TstLiveStories : public WindowCase
{
    Q_OBJECT

    [[nodiscard]] StoryModel &story() const { return *centre().activity()->story(); }
    [[nodiscard]] app::ServiceHost &service() const { return m_windowed->service(); }
    [[nodiscard]] QString text() const { return story().asText(); }
    [[nodiscard]] bool tells(const QString &what) const
    {
        const bool does = QTest::qWaitFor([&] { return text().contains(what); }, Patience);
        if (!does) {
            qWarning().noquote() << "nothing of" << what << "in" << text();
        }
        return does;
    }
    [[nodiscard]] bool ends(const Call &call) const
    {
        return QTest::qWaitFor([&] { return call.status() != 0; }, Patience);
    }
    /// Opens the story of the only call that runs.
    [[nodiscard]] bool openRunning()
    {
        const bool runs = QTest::qWaitFor([this] { return m_last.running.size() == 1; }, Patience);
        if (runs) {
            story().show(m_last.running.front().id);
        }
        return runs;
    }
    [[nodiscard]] bool cap(const core::Budget &budget)
    {
        service().setBudget(budget);
        return QTest::qWaitFor([&] { return std::ranges::count(m_last.budgets, budget) == 1; },
                               Patience);
    }

    /// For a second at least.
    [[nodiscard]] bool waited() const
    {
        static const QRegularExpression seconds(u"waited for room in a budget: [1-9][0-9.]* s"_s);
        return text().contains(seconds);
    }
    /// Once the ledger has it.
    [[nodiscard]] bool open(const core::RequestId &id)
    {
        const auto isThere = [&] {
            if (story().rowCount() == 0) {
                story().clear();
                story().show(id);
                (void)QTest::qWaitFor([this] { return story().rowCount() > 0; }, 500);
            }
            return story().rowCount() > 0;
        };
        story().clear();
        return QTest::qWaitFor(isThere, Patience);
    }

    test::Program m_trouble{
        u"vllm-sim"_s, {u"--port"_s, u"0"_s, u"--model"_s, u"cent"_s, u"--script"_s, u"503"_s}};
    core::Snapshot m_last;

private Q_SLOTS:
    /// "lost" fails at first, and is then served by "cent".
    void initTestCase()
    {
        QVERIFY(m_trouble.isListening());
        QByteArray config = configuration();
        config.replace("models:\n",
                       "  away: { type: openai, base_url: \"http://127.0.0.1:" +
                           QByteArray::number(m_trouble.port()) +
                           "/v1\" }\nmodels:\n"
                           "  lost: { provider: away, physical_name: cent, fallbacks: [cent], "
                           "price: { input: 0, output: 10000 } }\n");
        begin(config);
        connect(&service(), &app::ServiceHost::snapshotTaken, this, [this](const auto &snapshot) {
            m_last = *snapshot;
        });
        QVERIFY(cap(capOf("tenant:research", 20, "day")));
        QVERIFY(cap(capOf("", 1'000, "month")));
        QVERIFY(m_hand->click(u"page activity"_s));
    }
    void cleanupTestCase() { end(); }

    // Issue 3: not only once it has settled. The pause comes while the story is open.
    void aRunningCallTellsItsBudgetsAndAPauseEndsIt()
    {
        const Call call(port(), 900, "cent", true); // at most $9
        QVERIFY(openRunning());
        QVERIFY(tells(u"So far, in"_s));
        QVERIFY(tells(u"tenant:research · Day: settled: $0.00"_s));
        QVERIFY(tells(u"+ this call, at most: $9.00"_s));
        QVERIFY(tells(u"stays under the cap of $20.00 by: $11.00"_s));
        QVERIFY(tells(u"stays under the cap of $1,000.00 by: $991.00"_s));
        QVERIFY(tells(u"waited for room in a budget: 0"_s));
        service().setTenantPaused("research", true);
        service().cutTenant("research");
        QVERIFY(ends(call));
        QVERIFY(tells(u"price: "_s));
        QCOMPARE(story().texts().title, u"Allowed, then stopped"_s);
        QVERIFY(!text().contains(u"So far"_s));
        const Call refused(port(), 5);
        QVERIFY(ends(refused));
        QCOMPARE(refused.status(), 403);
        QVERIFY(open(refused.id()));
        QVERIFY(tells(u"is paused by the owner"_s));
        QVERIFY(!text().contains(u"at most"_s)); // no budget was asked
        service().setTenantPaused("research", false);
        QTRY_VERIFY(!m_last.tenants.empty() && !m_last.tenants.front().paused);
    }

    void aRefusedCallTellsWhichBudgetsHadRoom()
    {
        const Call call(port(), 2'500); // at most $25
        QVERIFY(ends(call));
        QCOMPARE(call.status(), 402);
        QVERIFY(open(call.id()));
        QVERIFY(tells(u"tenant:research · Day: settled"_s));
        QVERIFY(tells(u"would pass the cap of $20.00 by"_s));
        QVERIFY(tells(u"all tenants · Month: settled"_s));
        QVERIFY(tells(u"stays under the cap of $1,000.00 by"_s));
        QCOMPARE(text().count(u": settled"_s), 2);
    }

    void aCallThatFellBackTellsBothAttempts()
    {
        const Call call(port(), 5, "lost");
        QVERIFY(ends(call));
        QCOMPARE(call.status(), 200);
        QVERIFY(open(call.id()));
        QVERIFY(tells(u"attempt 2 of 2"_s));
        QVERIFY(tells(u"attempt 1 of 2"_s));
        QVERIFY(tells(u"answered with: 503"_s));
        QVERIFY(tells(u"answered with: 200"_s));
        QCOMPARE(story().texts().title, u"Fallback"_s);
        // The plan is told once: "cent → away: chosen" is wrong of the second attempt.
        QCOMPARE(text().count(u"cent → away: chosen"_s), 1);
        QCOMPARE(text().count(u"cent → away: attempt 1 of 2"_s), 1);
        QCOMPARE(text().count(u"cent → vllm: attempt 2 of 2"_s), 1);
    }

    void aQueuedCallTellsHowLongItWaited()
    {
        core::Budget queueing = capOf("tenant:research", 20, "day");
        queueing.atHard = core::HardAction::Queue;
        queueing.queueFor = std::chrono::seconds(60);
        QVERIFY(cap(queueing));
        const Call first(port(), 1'000, "cent", true); // at most $10
        QVERIFY(openRunning());
        const core::HoldId hold = m_last.running.front().hold;
        const Call second(port(), 1'000, "cent", true); // waits for it
        QTest::qWait(1'500);
        QCOMPARE(m_last.running.size(), std::size_t(1));
        service().stopCall(hold);
        QVERIFY(ends(first));
        QVERIFY(QTest::qWaitFor(
            [&] { return m_last.running.size() == 1 && m_last.running.front().hold != hold; },
            Patience));
        QVERIFY(openRunning());
        QVERIFY(tells(u"waited for room in a budget: "_s));
        QVERIFY(waited());
        QVERIFY(tells(u"stays under the cap of $20.00 by"_s));
        // Its cap is lowered below what it has used: it is cut.
        queueing.limit = core::Money::NanosPerDollar / 100;
        QVERIFY(cap(queueing));
        QVERIFY(ends(second));
        QVERIFY(tells(u"price: "_s));
        QCOMPARE(story().texts().title, u"Queued, then cut"_s);
        QVERIFY(tells(u"Cut by tenant:research · Day, at "_s));
        QVERIFY(tells(u"past the cap of $0.01 by: $"_s));
        QCOMPARE(text().count(u"Cut by "_s), 1); // and not by the month's
        QVERIFY(waited());
    }
};

int main(int argc, char **argv)
{
    return runAlone([]() -> std::unique_ptr<QObject> { return std::make_unique<TstLiveStories>(); },
                    argc,
                    argv);
}
#include "tst_livestories.moc"
