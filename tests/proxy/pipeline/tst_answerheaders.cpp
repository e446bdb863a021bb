// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/pipeline/answerheaders.h"

#include <QTest>

using namespace proxy;

class TstAnswerHeaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsFromTheUpstreamWhatNoClientMaySay() // vllm-protocol 1.2
    {
        const HeaderList request{{"x-vllm-priority", "-5"},
                                 {"x-vllm-anything", "1"},
                                 {"x-data-parallel-rank", "1"},
                                 {"x-request-id", "mine"},
                                 {"authorization", "Bearer client"},
                                 {"x-api-key", "client"},
                                 {"x-internal-secret", "ours"},
                                 {"cookie", "a=b"},
                                 {"x-capstan-quality", "high"},
                                 {"x-goog-api-key", "client"},
                                 {"x-goog-user-project", "theirs"},
                                 {"anthropic-version", "2099-01-01"},
                                 {"connection", "keep-alive"},
                                 {"openai-beta", "assistants=v2"}};
        QCOMPARE(forwardedHeaders(request), (HeaderList{{"openai-beta", "assistants=v2"}}));
    }
};

QTEST_APPLESS_MAIN(TstAnswerHeaders)
#include "tst_answerheaders.moc"
