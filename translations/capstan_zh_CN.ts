<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>Activity</name>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>已放行</translation>
    </message>
    <message>
        <source>warned</source>
        <translation>已警告</translation>
    </message>
    <message>
        <source>downgraded</source>
        <translation>已降级</translation>
    </message>
    <message>
        <source>clamped</source>
        <translation>已截短</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>已排队</translation>
    </message>
    <message>
        <source>fallback</source>
        <translation>已切换备用</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>已切断</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>client left</source>
        <translation>客户端断开</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发送</translation>
    </message>
</context>
<context>
    <name>ActivityLog</name>
    <message>
        <source>Requests, newest first</source>
        <translation>请求，最新在前</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>正在读取日志…</translation>
    </message>
    <message>
        <source>No request matches these filters.</source>
        <translation>没有符合筛选条件的请求。</translation>
    </message>
    <message>
        <source>No request yet. The first one shows up here at once.</source>
        <translation>还没有请求。第一个请求会立即显示在这里。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>ActivityLogHead</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>智能体</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Tokens in → out</source>
        <translation>Token 输入 → 输出</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
</context>
<context>
    <name>ActivityModel</name>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Cost over</source>
        <translation>费用高于</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>last 15 minutes</source>
        <translation>最近 15 分钟</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>最近一小时</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>最近一天</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message numerus="yes">
        <source>more than %Ln match</source>
        <comment>requests</comment>
        <translation>
            <numerusform>超过 %Ln 条符合</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <comment>requests</comment>
        <translation>
            <numerusform>%Ln 条符合</numerusform>
        </translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>held; new requests wait</source>
        <translation>已暂停滚动；新请求等待中</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
    <message>
        <source>Follow the list</source>
        <translation>跟随列表</translation>
    </message>
    <message>
        <source>Hold the list</source>
        <translation>停住列表</translation>
    </message>
    <message>
        <source>Save CSV</source>
        <translation>保存 CSV</translation>
    </message>
    <message>
        <source>Save all matching requests for a spreadsheet</source>
        <translation>保存所有匹配的请求，供电子表格使用</translation>
    </message>
    <message>
        <source>Save JSON</source>
        <translation>保存 JSON</translation>
    </message>
    <message>
        <source>Save all matching requests for a program</source>
        <translation>保存所有匹配的请求，供程序使用</translation>
    </message>
</context>
<context>
    <name>AlertCentre</name>
    <message>
        <source>Muted budgets: %1</source>
        <translation>已静音的预算：%1</translation>
    </message>
    <message>
        <source>Muted until you unmute</source>
        <translation>静音，直到您取消</translation>
    </message>
    <message>
        <source>Muted until %1</source>
        <translation>静音至 %1</translation>
    </message>
    <message>
        <source>No address is set. Slack, Mattermost, Teams and others give one; it is kept as a secret under Settings, Credentials.</source>
        <translation>尚未设置地址。Slack、Mattermost、Teams 等会提供一个；它作为机密保存在“设置 › 凭据”中。</translation>
    </message>
    <message>
        <source>Ready. Each crossing is told once.</source>
        <translation>就绪。每次越限只通知一次。</translation>
    </message>
    <message>
        <source>Alerts sent: %1, the last %2.</source>
        <translation>已发送警报：%1，最近一次 %2。</translation>
    </message>
    <message>
        <source>The test message was taken.</source>
        <translation>测试消息已被接收。</translation>
    </message>
</context>
<context>
    <name>AlertHistory</name>
    <message>
        <source>All crossings</source>
        <translation>全部越限</translation>
    </message>
    <message>
        <source>each is told once</source>
        <translation>每次只通知一次</translation>
    </message>
    <message>
        <source>All crossings, newest first</source>
        <translation>全部越限，最新在前</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Reading the alerts…</source>
        <translation>正在读取警报…</translation>
    </message>
    <message>
        <source>No crossing matches these filters.</source>
        <translation>没有符合筛选条件的越限。</translation>
    </message>
    <message>
        <source>No budget has passed a mark yet.</source>
        <translation>还没有预算越过阈值。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>取消选择</translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge %n</source>
        <comment>alerts that were chosen</comment>
        <translation>
            <numerusform>确认 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlertHistoryModel</name>
    <message>
        <source>Which</source>
        <translation>哪些</translation>
    </message>
    <message>
        <source>caps reached</source>
        <translation>已达上限</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>最近一天</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>spikes of spending</source>
        <translation>支出峰值</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>归属</translation>
    </message>
</context>
<context>
    <name>AlertListModel</name>
    <message>
        <source>%1 spent + %2 held of %3</source>
        <translation>已花费 %1 + 预留 %2，共 %3</translation>
    </message>
</context>
<context>
    <name>AlertRules</name>
    <message>
        <source>There is no budget yet.</source>
        <translation>还没有预算。</translation>
    </message>
    <message>
        <source>Told when the cap is reached.</source>
        <translation>达到上限时通知。</translation>
    </message>
    <message>
        <source>Told at %1, and when the cap is reached.</source>
        <translation>在 %1 以及达到上限时通知。</translation>
    </message>
    <message>
        <source>Write at most ten percentages up to %1, as 50, 80, 95.</source>
        <translation>请输入最多十个不超过 %1 的百分比，例如 50, 80, 95。</translation>
    </message>
</context>
<context>
    <name>AlertRulesCard</name>
    <message>
        <source>When to tell me</source>
        <translation>何时通知我</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Marks, in percent of the limit</source>
        <translation>阈值（占上限的百分比）</translation>
    </message>
    <message>
        <source>none: at the cap only</source>
        <translation>无：仅在达到上限时</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>AlertToldCard</name>
    <message>
        <source>On this desktop</source>
        <translation>在此桌面</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Crossings, an upstream that goes or comes back, and destinations that need you.</source>
        <translation>越限、上游中断或恢复，以及需要您处理的目标。</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>set</source>
        <translation>已设置</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>发送测试</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message>
        <source>cap, since deleted</source>
        <translation>上限（已删除）</translation>
    </message>
    <message>
        <source>total cap</source>
        <translation>总上限</translation>
    </message>
    <message>
        <source>cap per %1</source>
        <translation>每 %1 上限</translation>
    </message>
    <message>
        <source>hourly cap</source>
        <translation>每小时上限</translation>
    </message>
    <message>
        <source>daily cap</source>
        <translation>每日上限</translation>
    </message>
    <message>
        <source>weekly cap</source>
        <translation>每周上限</translation>
    </message>
    <message>
        <source>monthly cap</source>
        <translation>每月上限</translation>
    </message>
    <message>
        <source>All tenants reached their %1</source>
        <translation>所有租户已达%1</translation>
    </message>
    <message>
        <source>All tenants passed %1 of their %2</source>
        <translation>所有租户已超过%2的 %1</translation>
    </message>
    <message>
        <source>%1 reached its %2</source>
        <translation>%1 已达%2</translation>
    </message>
    <message>
        <source>%1 passed %2 of its %3</source>
        <translation>%1 已超过%3的 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln 个 Token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>each tenant</source>
        <extracomment>%1 is a dimension or a tag&apos;s name: &quot;each agent&quot;</extracomment>
        <translation>每个租户</translation>
    </message>
    <message>
        <source>All tenants</source>
        <translation>所有租户</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 spent far more than usual</source>
        <translation>%1 的支出远超平常</translation>
    </message>
    <message>
        <source>%1 in the hour from %2, usually %3</source>
        <extracomment>what was spent, when that hour began, what is usual</extracomment>
        <translation>自 %2 起的一小时内 %1，平常为 %3</translation>
    </message>
    <message>
        <source>each %1</source>
        <translation>每个%1</translation>
    </message>
    <message>
        <source>%1, %2 in %3</source>
        <extracomment>whose, &quot;daily cap&quot;, &quot;tokens&quot;</extracomment>
        <translation>%1，%2（%3）</translation>
    </message>
</context>
<context>
    <name>AlertsPage</name>
    <message>
        <source>none open</source>
        <translation>无未处理</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n 条未处理</numerusform>
        </translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>Mute…</source>
        <translation>静音…</translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>全部确认</translation>
    </message>
    <message>
        <source>When and where</source>
        <translation>时间与方式</translation>
    </message>
    <message>
        <source>Part of the page</source>
        <translation>页面部分</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未处理</translation>
    </message>
    <message>
        <source>No budget stands above a mark.</source>
        <translation>没有预算超过阈值。</translation>
    </message>
    <message>
        <source>Open alerts</source>
        <translation>未处理的警报</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>特大</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Also of numbers, amounts and dates; from the next start on</source>
        <translation>也用于数字、金额和日期；下次启动后生效</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>With less of it nothing slides or fades, and nothing is lost</source>
        <translation>减少后不再滑动或淡入淡出，内容不会缺失</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>减少</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>Autostart</name>
    <message>
        <source>%1 cannot be changed.</source>
        <translation>无法更改 %1。</translation>
    </message>
    <message>
        <source>Give this user permission to write there.</source>
        <translation>请授予此用户在该处的写入权限。</translation>
    </message>
</context>
<context>
    <name>BarLegend</name>
    <message>
        <source>Settled</source>
        <translation>已结算</translation>
    </message>
    <message>
        <source>Held for running calls</source>
        <translation>为进行中的调用预留</translation>
    </message>
    <message>
        <source>Soft mark</source>
        <translation>警告阈值</translation>
    </message>
    <message>
        <source>Hard cap</source>
        <translation>硬上限</translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>near</source>
        <comment>its cap</comment>
        <translation>接近上限</translation>
    </message>
    <message>
        <source>cap reached</source>
        <translation>已达上限</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>spent %1</source>
        <translation>已花费 %1</translation>
    </message>
    <message>
        <source>held %1</source>
        <extracomment>reserved for calls that run</extracomment>
        <translation>预留 %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>a cap</comment>
        <translation>上限 %1</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>无上限</translation>
    </message>
</context>
<context>
    <name>BindingLine</name>
    <message>
        <source>Change this cap</source>
        <translation>更改此上限</translation>
    </message>
</context>
<context>
    <name>BudgetForm</name>
    <message>
        <source>“%1” is no mark.</source>
        <translation>“%1”不是阈值。</translation>
    </message>
    <message>
        <source>Write per cents of the cap, like 80, 95.</source>
        <translation>请输入占上限的百分比，例如 80, 95。</translation>
    </message>
    <message>
        <source>everybody</source>
        <extracomment>Several dimensions together, such as a tenant&apos;s calls to one model</extracomment>
        <translation>所有人</translation>
    </message>
    <message>
        <source>dollars</source>
        <translation>美元</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>day</source>
        <translation>天</translation>
    </message>
    <message>
        <source>week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>refuse</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>downgrade</source>
        <translation>降级</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>Write a whole number above 0.</source>
        <translation>请输入大于 0 的整数。</translation>
    </message>
    <message>
        <source>“%1” is no number of seconds.</source>
        <translation>“%1”不是秒数。</translation>
    </message>
    <message>
        <source>Write 1 to 300.</source>
        <translation>请输入 1 到 300。</translation>
    </message>
    <message>
        <source>No model to downgrade to.</source>
        <translation>没有可降级到的模型。</translation>
    </message>
    <message>
        <source>Name the model to use instead.</source>
        <translation>请指定替代使用的模型。</translation>
    </message>
    <message>
        <source>All tenants together</source>
        <translation>所有租户合计</translation>
    </message>
    <message>
        <source>Each %1</source>
        <extracomment>%1 is a dimension: &quot;Each tenant&quot;</extracomment>
        <translation>每个%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>tenant research</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>in total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>per %1</source>
        <comment>hour, day, week or month</comment>
        <translation>每%1</translation>
    </message>
    <message>
        <source>%1: at most %2 %3.</source>
        <comment>All tenants together: at most $5.00 per day.</comment>
        <translation>%1：%3最多 %2。</translation>
    </message>
    <message>
        <source>several</source>
        <translation>多个</translation>
    </message>
    <message>
        <source>each of them</source>
        <translation>每一个</translation>
    </message>
    <message>
        <source>Nothing is named.</source>
        <translation>未指定任何对象。</translation>
    </message>
    <message>
        <source>Name it like %1.</source>
        <translation>请按 %1 的形式填写。</translation>
    </message>
    <message>
        <source>rolling</source>
        <extracomment>a window that moves on: the last 24 hours at any time</extracomment>
        <translation>滚动</translation>
    </message>
    <message>
        <source>“%1” is no length of time.</source>
        <translation>“%1”不是时长。</translation>
    </message>
    <message>
        <source>Write minutes, hours or days, like 90m, 24h or 7d, at most 366d.</source>
        <translation>请输入分钟、小时或天，例如 90m、24h 或 7d，最多 366d。</translation>
    </message>
    <message>
        <source>in any %1</source>
        <comment>24 h</comment>
        <translation>任意 %1 内</translation>
    </message>
    <message>
        <source>What no longer fits goes to %1.</source>
        <comment>a model</comment>
        <translation>放不下的调用转到 %1。</translation>
    </message>
    <message>
        <source>From %1 on, calls go to %2.</source>
        <comment>80 %, llama-8b</comment>
        <translation>从 %1 起，调用转到 %2。</translation>
    </message>
    <message>
        <source>It counts at once all that the log has of these calls.</source>
        <translation>立即计入日志中这些调用的全部记录。</translation>
    </message>
    <message>
        <source>It counts at once what the log has of these calls in the last %1.</source>
        <comment>24 h</comment>
        <translation>立即计入日志中这些调用最近 %1 的记录。</translation>
    </message>
    <message>
        <source>It counts at once what the log has of these calls since %1.</source>
        <comment>today 00:00</comment>
        <translation>立即计入日志中这些调用自 %1 起的记录。</translation>
    </message>
    <message>
        <source>What it has counted so far is put aside.</source>
        <translation>目前已计的数额不再计入。</translation>
    </message>
    <message>
        <source>Running calls that do not fit then are cut.</source>
        <translation>届时放不下的进行中调用会被切断。</translation>
    </message>
    <message>
        <source>What its counters have counted stays.</source>
        <translation>各计数器已计的数额保留。</translation>
    </message>
    <message>
        <source>What it has counted stays: %1.</source>
        <translation>已计的数额保留：%1。</translation>
    </message>
    <message>
        <source>It refuses nothing any more.</source>
        <translation>不再拒绝任何调用。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Change it unseen</source>
        <translation>直接更改</translation>
    </message>
    <message>
        <source>Set it unseen</source>
        <translation>直接设置</translation>
    </message>
    <message>
        <source>Change this budget</source>
        <translation>更改此预算</translation>
    </message>
    <message>
        <source>Set this budget</source>
        <translation>设置此预算</translation>
    </message>
    <message>
        <source>Say how much first</source>
        <translation>请先填写数额</translation>
    </message>
    <message>
        <source>Nothing is changed yet</source>
        <translation>尚未更改任何内容</translation>
    </message>
    <message>
        <source>Waits until it is counted what this would have refused</source>
        <translation>正在统计这会拒绝什么，请稍候</translation>
    </message>
    <message>
        <source>Without knowing what this would have refused</source>
        <translation>尚不知道这会拒绝什么</translation>
    </message>
    <message>
        <source>There is a budget with the id %1 already.</source>
        <translation>已有 ID 为 %1 的预算。</translation>
    </message>
    <message>
        <source>Give another id, or change that budget.</source>
        <translation>请使用其他 ID，或更改该预算。</translation>
    </message>
</context>
<context>
    <name>BudgetFormCard</name>
    <message>
        <source>New budget</source>
        <translation>新建预算</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Name of that one</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>多少</translation>
    </message>
    <message>
        <source>100,000</source>
        <translation>100,000</translation>
    </message>
    <message>
        <source>Counted in</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <source>Warn at, %</source>
        <translation>警告阈值，%</translation>
    </message>
    <message>
        <source>Soft marks in per cent of the cap</source>
        <translation>警告阈值（占上限的百分比）</translation>
    </message>
    <message>
        <source>no warning</source>
        <translation>不警告</translation>
    </message>
    <message>
        <source>At the cap</source>
        <translation>达到上限时</translation>
    </message>
    <message>
        <source>At most, s</source>
        <translation>最长，秒</translation>
    </message>
    <message>
        <source>Use instead</source>
        <translation>改用</translation>
    </message>
    <message>
        <source>Longest wait in seconds</source>
        <translation>最长等待秒数</translation>
    </message>
    <message>
        <source>Model to use instead</source>
        <translation>替代使用的模型</translation>
    </message>
    <message>
        <source>a cheaper model</source>
        <translation>更便宜的模型</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>enforce</source>
        <translation>强制执行</translation>
    </message>
    <message>
        <source>only count</source>
        <translation>仅统计</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不更改</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the budget</source>
        <translation>预算名称</translation>
    </message>
    <message>
        <source>for people; may be empty</source>
        <translation>便于识别；可留空</translation>
    </message>
    <message>
        <source>Change a budget</source>
        <translation>更改预算</translation>
    </message>
    <message>
        <source>Fewer options</source>
        <translation>收起选项</translation>
    </message>
    <message>
        <source>More options…</source>
        <translation>更多选项…</translation>
    </message>
</context>
<context>
    <name>BudgetListModel</name>
    <message>
        <source>%1/h</source>
        <comment>tokens or requests an hour</comment>
        <translation>%1/小时</translation>
    </message>
    <message>
        <source>none has called yet</source>
        <translation>尚无调用</translation>
    </message>
    <message numerus="yes">
        <source>fullest of %Ln: %1</source>
        <translation>
            <numerusform>%Ln 个中最满：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>audit only</source>
        <translation>仅审计</translation>
    </message>
</context>
<context>
    <name>BudgetOptionFields</name>
    <message>
        <source>Cap at, %</source>
        <translation>上限，%</translation>
    </message>
    <message>
        <source>Where the cap stands, in per cent of the amount</source>
        <translation>上限的位置（占数额的百分比）</translation>
    </message>
    <message>
        <source>Long answers</source>
        <translation>长回答</translation>
    </message>
    <message>
        <source>shorten</source>
        <translation>截短</translation>
    </message>
    <message>
        <source>do not run</source>
        <translation>不运行</translation>
    </message>
    <message>
        <source>Calls that may cost more than is left</source>
        <translation>费用可能超过余额的调用</translation>
    </message>
    <message>
        <source>Own budgets</source>
        <translation>单独预算</translation>
    </message>
    <message>
        <source>bind as well</source>
        <translation>同时约束</translation>
    </message>
    <message>
        <source>go before</source>
        <translation>优先</translation>
    </message>
    <message>
        <source>Budgets of one by name</source>
        <translation>为个体单独设置的预算</translation>
    </message>
    <message>
        <source>Without tools</source>
        <translation>停用工具</translation>
    </message>
    <message>
        <source>Tools that are taken away from the first warning on</source>
        <translation>从首个警告起停用的工具</translation>
    </message>
    <message>
        <source>web_search, code</source>
        <translation>web_search, code</translation>
    </message>
    <message>
        <source>Cheaper models</source>
        <translation>更便宜的模型</translation>
    </message>
    <message>
        <source>Name one</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Models that are asked for</source>
        <translation>请求的模型</translation>
    </message>
    <message>
        <source>models, or *</source>
        <translation>模型，或 *</translation>
    </message>
    <message>
        <source>go to</source>
        <extracomment>between two models: calls to the first go to the second</extracomment>
        <translation>转到</translation>
    </message>
    <message>
        <source>Model to use instead</source>
        <translation>替代使用的模型</translation>
    </message>
    <message>
        <source>a cheaper model</source>
        <translation>更便宜的模型</translation>
    </message>
    <message>
        <source>Leave this model as it is</source>
        <translation>此模型保持不变</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Id of the budget</source>
        <translation>预算的 ID</translation>
    </message>
    <message>
        <source>Commands and the API call the budget so, for good.</source>
        <translation>命令和 API 以此指称该预算，之后不可更改。</translation>
    </message>
    <message>
        <source>Commands and the API call the budget so.</source>
        <translation>命令和 API 以此指称该预算。</translation>
    </message>
</context>
<context>
    <name>BudgetOptions</name>
    <message>
        <source>Nothing comes of it: it begins with the first warning, and none is set.</source>
        <translation>不起作用：它从首个警告起生效，而尚未设置警告。</translation>
    </message>
    <message>
        <source>“%1” is no share of the amount.</source>
        <translation>“%1”不是数额的百分比。</translation>
    </message>
    <message>
        <source>Write per cents, like 100 or 90.</source>
        <translation>请输入百分比，例如 100 或 90。</translation>
    </message>
    <message>
        <source>The whole amount may be spent.</source>
        <translation>可以花完全部数额。</translation>
    </message>
    <message>
        <source>The cap stands at %1; the rest of %2 is never spent.</source>
        <translation>上限为 %1；%2 的其余部分绝不会花费。</translation>
    </message>
    <message>
        <source>Calls keep the model that they ask for.</source>
        <translation>调用保持其请求的模型。</translation>
    </message>
    <message>
        <source>From %1 of the amount on, the cheaper model answers.</source>
        <translation>从数额的 %1 起，由更便宜的模型回答。</translation>
    </message>
    <message>
        <source>What no longer fits is answered by the cheaper model.</source>
        <translation>放不下的调用由更便宜的模型回答。</translation>
    </message>
    <message>
        <source>Calls may use all their tools.</source>
        <translation>调用可以使用其全部工具。</translation>
    </message>
    <message>
        <source>From %1 of the amount on, the model is not offered these tools.</source>
        <translation>从数额的 %1 起，不再向模型提供这些工具。</translation>
    </message>
    <message>
        <source>A call that may cost more than is left gets a shorter answer.</source>
        <translation>费用可能超过余额的调用会得到较短的回答。</translation>
    </message>
    <message>
        <source>A call that may cost more than is left is not run.</source>
        <translation>费用可能超过余额的调用不会运行。</translation>
    </message>
    <message>
        <source>Who has a budget by name is bound by that one alone.</source>
        <translation>有单独预算者只受该预算约束。</translation>
    </message>
    <message>
        <source>Who has a budget by name is bound by both.</source>
        <translation>有单独预算者同时受两者约束。</translation>
    </message>
</context>
<context>
    <name>BudgetPast</name>
    <message>
        <source>%1: counting…</source>
        <comment>Last 7 days</comment>
        <translation>%1：正在统计…</translation>
    </message>
    <message>
        <source>%1: still counting; the ledger is long.</source>
        <translation>%1：仍在统计；账本很长。</translation>
    </message>
    <message>
        <source>%1: would have refused %2 of all calls</source>
        <translation>%1：所有调用中，%2 次会被拒绝</translation>
    </message>
    <message numerus="yes">
        <source>%1: matches more than %Ln call(s), would have refused %2</source>
        <translation>
            <numerusform>%1：符合的调用超过 %Ln 次，%2 次会被拒绝</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: matches %Ln call(s), would have refused %2</source>
        <extracomment>%1 is &quot;Last 7 days&quot;, %2 the calls refused</extracomment>
        <translation>
            <numerusform>%1：%Ln 次调用符合，%2 次会被拒绝</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 refused</source>
        <translation>%1：拒绝 %2 次</translation>
    </message>
    <message>
        <source>What it would have refused cannot be told: %1</source>
        <translation>无法得知会拒绝什么：%1</translation>
    </message>
</context>
<context>
    <name>BudgetTable</name>
    <message>
        <source>All budgets</source>
        <translation>所有预算</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>New budget</source>
        <translation>新建预算</translation>
    </message>
    <message>
        <source>No budget matches “%1”</source>
        <translation>没有匹配“%1”的预算</translation>
    </message>
    <message>
        <source>No budget yet, so nothing is refused. A budget caps what a tenant, an agent, a model or everybody may spend.</source>
        <translation>还没有预算，因此不会拒绝任何调用。预算限定租户、智能体、模型或所有人的花费。</translation>
    </message>
</context>
<context>
    <name>BudgetWindowFields</name>
    <message>
        <source>Per</source>
        <translation>每</translation>
    </message>
    <message>
        <source>Per what</source>
        <translation>每个周期</translation>
    </message>
    <message>
        <source>Length of the rolling window</source>
        <translation>滚动时间窗的长度</translation>
    </message>
    <message>
        <source>90m, 24h, 7d</source>
        <translation>90m, 24h, 7d</translation>
    </message>
    <message>
        <source>from</source>
        <translation>始于</translation>
    </message>
    <message>
        <source>First day of the week</source>
        <translation>一周的第一天</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Time zone of the window</source>
        <translation>时间窗的时区</translation>
    </message>
</context>
<context>
    <name>BurnCard</name>
    <message>
        <source>Total burn, all tenants, %1</source>
        <translation>总消耗，所有租户，%1</translation>
    </message>
    <message>
        <source>total burn, all tenants</source>
        <translation>总消耗，所有租户</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 分钟</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>回溯多久</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Stacked by</source>
        <translation>堆叠方式</translation>
    </message>
    <message>
        <source>Burn over time, now %1</source>
        <translation>消耗随时间变化，当前 %1</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Burn at %1: %2</source>
        <translation>%1 的消耗：%2</translation>
    </message>
</context>
<context>
    <name>BurnHistory</name>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>5 min ago</source>
        <translation>5 分钟前</translation>
    </message>
    <message>
        <source>4 min</source>
        <translation>4 分钟</translation>
    </message>
    <message>
        <source>3 min</source>
        <translation>3 分钟</translation>
    </message>
    <message>
        <source>2 min</source>
        <translation>2 分钟</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1 分钟</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>all tenants</source>
        <translation>所有租户</translation>
    </message>
    <message>
        <source>%1 at its cap</source>
        <translation>%1 达到上限</translation>
    </message>
    <message>
        <source>%1/h</source>
        <comment>currency per hour</comment>
        <translation>%1/小时</translation>
    </message>
    <message>
        <source>No pace yet</source>
        <translation>尚无速度</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Nothing was spent in that time</source>
        <translation>这段时间没有花费</translation>
    </message>
</context>
<context>
    <name>BurnMarks</name>
    <message>
        <source>all paused</source>
        <translation>全部暂停</translation>
    </message>
    <message>
        <source>all resumed</source>
        <translation>全部恢复</translation>
    </message>
    <message>
        <source>%1 paused</source>
        <translation>%1 已暂停</translation>
    </message>
    <message>
        <source>%1 resumed</source>
        <translation>%1 已恢复</translation>
    </message>
    <message>
        <source>%1 down</source>
        <translation>%1 中断</translation>
    </message>
    <message>
        <source>%1 up again</source>
        <translation>%1 恢复正常</translation>
    </message>
</context>
<context>
    <name>CallRevenues</name>
    <message>
        <source>“%1” is no amount.</source>
        <translation>“%1”不是金额。</translation>
    </message>
    <message>
        <source>Write dollars, for example %1.</source>
        <translation>请输入美元金额，例如 %1。</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>An amount stands beside no feature.</source>
        <translation>有一个金额没有对应的功能。</translation>
    </message>
    <message>
        <source>Name the feature.</source>
        <translation>请指定功能。</translation>
    </message>
    <message>
        <source>“%1” stands there twice.</source>
        <translation>“%1”出现了两次。</translation>
    </message>
    <message>
        <source>Take one of the lines away.</source>
        <translation>请移除其中一行。</translation>
    </message>
    <message>
        <source>Revenue per feature…</source>
        <translation>每个功能的收入…</translation>
    </message>
    <message numerus="yes">
        <source>Revenue of %Ln feature(s)…</source>
        <translation>
            <numerusform>%Ln 个功能的收入…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CapAmount</name>
    <message>
        <source>“%1” is not an amount.</source>
        <translation>“%1”不是金额。</translation>
    </message>
    <message>
        <source>Type %1, or a change such as +2 or −10%.</source>
        <translation>请输入 %1，或 +2、−10% 这样的增减。</translation>
    </message>
    <message>
        <source>A cap is at least %1.</source>
        <translation>上限至少为 %1。</translation>
    </message>
    <message>
        <source>Pause the tenant to stop its calls.</source>
        <translation>如需停止调用，请暂停该租户。</translation>
    </message>
    <message>
        <source>A cap is at most %1.</source>
        <translation>上限最多为 %1。</translation>
    </message>
    <message>
        <source>Type a smaller amount.</source>
        <translation>请输入较小的金额。</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>“%1”不是整数。</translation>
    </message>
    <message>
        <source>Type %1, or a change such as +500 or −10%.</source>
        <translation>请输入 %1，或 +500、−10% 这样的增减。</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>请求</translation>
    </message>
</context>
<context>
    <name>CapChange</name>
    <message>
        <source>%1: told at the cap only</source>
        <translation>%1：仅在达到上限时通知</translation>
    </message>
    <message>
        <source>%1: told at %2</source>
        <translation>%1：在 %2 时通知</translation>
    </message>
    <message>
        <source>%1: %2 until %3</source>
        <comment>research: +$20.00 until 21 Nov 18:00</comment>
        <translation>%1：%2，至 %3</translation>
    </message>
    <message>
        <source>%1: raise ended</source>
        <translation>%1：临时提额已结束</translation>
    </message>
    <message>
        <source>%1: cap %2 → %3</source>
        <translation>%1：上限 %2 → %3</translation>
    </message>
    <message>
        <source>%1: cap of %2 set</source>
        <translation>%1：已设上限 %2</translation>
    </message>
    <message>
        <source>%1: cap of %2 removed</source>
        <translation>%1：已移除上限 %2</translation>
    </message>
    <message>
        <source>%1: budget changed</source>
        <translation>%1：预算已更改</translation>
    </message>
</context>
<context>
    <name>CapEditor</name>
    <message>
        <source>being set…</source>
        <translation>正在设置…</translation>
    </message>
    <message>
        <source>no cap yet</source>
        <translation>尚无上限</translation>
    </message>
    <message>
        <source>from %1, being set…</source>
        <translation>原为 %1，正在设置…</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>the cap before</comment>
        <translation>原为 %1</translation>
    </message>
    <message>
        <source>below %1 running calls are cut</source>
        <translation>低于 %1 将切断进行中的调用</translation>
    </message>
    <message numerus="yes">
        <source>Cut %Ln running call(s)?</source>
        <translation>
            <numerusform>切断 %Ln 个进行中的调用？</numerusform>
        </translation>
    </message>
    <message>
        <source>Lower to %1</source>
        <translation>降至 %1</translation>
    </message>
    <message>
        <source>Cut running calls?</source>
        <translation>切断进行中的调用？</translation>
    </message>
</context>
<context>
    <name>CapEditorView</name>
    <message>
        <source>They end with what they have; what they were metered is charged.</source>
        <translation>它们以现有结果结束；已计量的部分照常计费。</translation>
    </message>
    <message>
        <source>Lower and cut</source>
        <translation>降低并切断</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>还原</translation>
    </message>
</context>
<context>
    <name>CapField</name>
    <message>
        <source>Cap</source>
        <translation>上限</translation>
    </message>
</context>
<context>
    <name>CapPast</name>
    <message>
        <source>What it would have refused cannot be told: %1</source>
        <translation>无法得知会拒绝什么：%1</translation>
    </message>
    <message>
        <source>%1: counting…</source>
        <comment>Last 7 days</comment>
        <translation>%1：正在统计…</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of more than %Ln call(s) would have been refused</source>
        <translation>
            <numerusform>%1：超过 %Ln 次调用中，%2 次会被拒绝</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %Ln call(s) would have been refused</source>
        <extracomment>%1 is &quot;Last 7 days&quot;, %2 the calls refused</extracomment>
        <translation>
            <numerusform>%1：%Ln 次调用中，%2 次会被拒绝</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CapRaise</name>
    <message>
        <source>That is more than any cap may be.</source>
        <translation>超出上限允许的最大值。</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>tonight</source>
        <translation>今晚</translation>
    </message>
    <message>
        <source>tomorrow night</source>
        <translation>明晚</translation>
    </message>
    <message>
        <source>Sunday night</source>
        <translation>周日晚</translation>
    </message>
    <message>
        <source>Cap %1 until %2, then %3 again</source>
        <translation>上限 %1 至 %2，之后恢复为 %3</translation>
    </message>
    <message>
        <source>another time</source>
        <translation>其他时间</translation>
    </message>
</context>
<context>
    <name>CapTrack</name>
    <message>
        <source>Cap, %1</source>
        <translation>上限，%1</translation>
    </message>
</context>
<context>
    <name>ChoiceMenu</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Nothing to choose from</source>
        <translation>没有可选项</translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>JavaScript</source>
        <translation>JavaScript</translation>
    </message>
    <message>
        <source>curl</source>
        <translation>curl</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>What to write in your program</source>
        <translation>写入您的程序的内容</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>ConfigurationCheck</name>
    <message>
        <source>Listening</source>
        <translation>监听</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Order of the providers</source>
        <translation>提供方的顺序</translation>
    </message>
    <message>
        <source>Provider %1</source>
        <translation>提供方 %1</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>模型 %1</translation>
    </message>
    <message>
        <source>Route %1</source>
        <translation>路由 %1</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>路由选择</translation>
    </message>
    <message>
        <source>Rate limits</source>
        <translation>速率限制</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Keeping data</source>
        <translation>数据保留</translation>
    </message>
    <message>
        <source>Telemetry to %1</source>
        <translation>发往 %1 的遥测</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>遥测</translation>
    </message>
    <message>
        <source>Cost of own hardware</source>
        <translation>自有硬件成本</translation>
    </message>
    <message>
        <source>Default budget</source>
        <translation>默认预算</translation>
    </message>
    <message>
        <source>Other settings</source>
        <translation>其他设置</translation>
    </message>
    <message>
        <source>%1: new</source>
        <translation>%1：新增</translation>
    </message>
    <message>
        <source>%1: gone</source>
        <translation>%1：移除</translation>
    </message>
    <message>
        <source>%1: different</source>
        <translation>%1：有变化</translation>
    </message>
    <message>
        <source>With this a start would fail. %1 Until then all stays as it is.</source>
        <translation>以此配置启动会失败。%1 在此之前一切保持不变。</translation>
    </message>
    <message>
        <source>It can be read. Different from the next start:</source>
        <translation>文件可读取。下次启动起会有变化：</translation>
    </message>
    <message>
        <source>It can be read, and is in force as it stands.</source>
        <translation>文件可读取，且已按现状生效。</translation>
    </message>
</context>
<context>
    <name>ConnectionLine</name>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>It is being tried</source>
        <translation>正在测试</translation>
    </message>
    <message>
        <source>Try %1 now</source>
        <translation>立即测试 %1</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Change the address of %1</source>
        <translation>更改 %1 的地址</translation>
    </message>
    <message>
        <source>The configuration file, the environment or the command line says its address</source>
        <translation>其地址由配置文件、环境变量或命令行指定</translation>
    </message>
</context>
<context>
    <name>ConnectionList</name>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>answers in %1</source>
        <translation>%1 内响应</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>密钥被拒</translation>
    </message>
    <message>
        <source>no model server</source>
        <translation>不是模型服务器</translation>
    </message>
    <message>
        <source>no model is loaded</source>
        <translation>未加载模型</translation>
    </message>
    <message>
        <source>%1. Check the address, and that the server runs.</source>
        <translation>%1。请检查地址，并确认服务器正在运行。</translation>
    </message>
    <message>
        <source>%1: the key was refused, or there is none. Set it under Credentials.</source>
        <translation>%1：密钥被拒绝或不存在。请在“凭据”中设置。</translation>
    </message>
    <message>
        <source>%1 for /v1/models. Give the server&apos;s own address, as http://localhost:8000.</source>
        <translation>/v1/models 返回 %1。请填写服务器自身的地址，例如 http://localhost:8000。</translation>
    </message>
    <message>
        <source>up</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>down</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>trying…</source>
        <translation>正在测试…</translation>
    </message>
    <message>
        <source>works</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>prefix hits %1</source>
        <translation>前缀命中 %1</translation>
    </message>
    <message>
        <source>first token %1</source>
        <translation>首个 Token %1</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>需要您处理</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 条等待中</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>已是最新</translation>
    </message>
    <message>
        <source>sent %1</source>
        <translation>已发送 %1</translation>
    </message>
    <message>
        <source>refused %1</source>
        <translation>被拒 %1</translation>
    </message>
    <message>
        <source>given up %1</source>
        <translation>已放弃 %1</translation>
    </message>
    <message>
        <source>after the restart</source>
        <translation>重启后生效</translation>
    </message>
</context>
<context>
    <name>ConsequencePanel</name>
    <message>
        <source>Set cap</source>
        <translation>设置上限</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Ctrl Z undoes it afterwards</source>
        <translation>之后可按 Ctrl Z 撤销</translation>
    </message>
</context>
<context>
    <name>Consequences</name>
    <message>
        <source>No call is running</source>
        <translation>没有进行中的调用</translation>
    </message>
    <message numerus="yes">
        <source>No running call is cut; the %Ln in flight still fit(s)</source>
        <translation>
            <numerusform>不会切断调用；进行中的 %Ln 个仍在上限内</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 is/are cut</source>
        <translation>
            <numerusform>%1中将切断 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %Ln of %1 is/are cut</source>
        <translation>
            <numerusform>%1中至少切断 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Room for new calls now: %1</source>
        <translation>新调用的余量：%1</translation>
    </message>
    <message>
        <source>Room for new calls stays %1; another cap is tighter</source>
        <translation>新调用的余量仍为 %1；另一上限更紧</translation>
    </message>
    <message>
        <source>Room for new calls now: %1, was %2</source>
        <translation>新调用的余量：%1，原为 %2</translation>
    </message>
    <message>
        <source>Reaches the cap %1 instead of %2</source>
        <comment>at 17:21 instead of 16:40</comment>
        <translation>将于 %1 而非 %2 达到上限</translation>
    </message>
    <message>
        <source>%1; it was %2</source>
        <comment>Lasts until Monday; it was 17:21</comment>
        <translation>%1；原为 %2</translation>
    </message>
    <message>
        <source>If you let go at %1</source>
        <translation>若在 %1 处松开</translation>
    </message>
    <message>
        <source>With a cap of %1</source>
        <translation>若上限为 %1</translation>
    </message>
</context>
<context>
    <name>ControlCentre</name>
    <message>
        <source>%1 has no price. Its calls are refused.</source>
        <translation>%1 没有价格，其调用会被拒绝。</translation>
    </message>
    <message>
        <source>Not done: %1</source>
        <translation>未执行：%1</translation>
    </message>
    <message>
        <source>Every budget</source>
        <translation>所有预算</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>CorrectionCard</name>
    <message>
        <source>Correct this request</source>
        <translation>更正此请求</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Cached, cache write, reasoning…</source>
        <translation>缓存、缓存写入、推理…</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>缓存写入</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>of the answer</source>
        <translation>回答的一部分</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>empty: by counts</source>
        <translation>空：按数量计算</translation>
    </message>
    <message>
        <source>Which attempt to correct</source>
        <translation>要更正的尝试</translation>
    </message>
    <message>
        <source>By</source>
        <comment>who corrects a call</comment>
        <translation>更正人</translation>
    </message>
    <message>
        <source>empty: the owner</source>
        <translation>空：所有者</translation>
    </message>
</context>
<context>
    <name>CorrectionEditor</name>
    <message>
        <source>Corrected to %1. It can be corrected again.</source>
        <translation>已更正为 %1，可再次更正。</translation>
    </message>
    <message>
        <source>Was open when Capstan stopped, so it was charged the most it could cost: %1.</source>
        <translation>Capstan 停止时尚未结束，因此按可能的最高费用计费：%1。</translation>
    </message>
    <message>
        <source>Both counts are needed.</source>
        <translation>两个数量都需要填写。</translation>
    </message>
    <message>
        <source>Write whole numbers of tokens, as vLLM&apos;s log or the client shows them.</source>
        <translation>请输入整数 Token 数，以 vLLM 日志或客户端显示的为准。</translation>
    </message>
    <message>
        <source>%1 has no price.</source>
        <translation>%1 没有价格。</translation>
    </message>
    <message>
        <source>corrected in the window</source>
        <translation>在窗口中更正</translation>
    </message>
    <message>
        <source>Comes to %1; gives back %2</source>
        <translation>合计 %1；退回 %2</translation>
    </message>
    <message>
        <source>Comes to %1; charges %2 more</source>
        <translation>合计 %1；补收 %2</translation>
    </message>
    <message>
        <source>Reasoning is a part of the answer, and cannot be more.</source>
        <translation>推理是回答的一部分，不能超过回答。</translation>
    </message>
    <message>
        <source>Set one under Models &amp; prices, or write what it cost.</source>
        <translation>请在“模型与价格”中设置价格，或填写其费用。</translation>
    </message>
    <message>
        <source>There is nothing to correct.</source>
        <translation>没有需要更正的内容。</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <extracomment>%1 is a budget, the others amounts</extracomment>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>Attempt %1: %2</source>
        <translation>第 %1 次尝试：%2</translation>
    </message>
</context>
<context>
    <name>CredentialDialog</name>
    <message>
        <source>It goes into the keychain of this desktop and is never shown again.</source>
        <translation>它存入此桌面的钥匙串，之后不再显示。</translation>
    </message>
    <message>
        <source>Paste it here</source>
        <translation>粘贴到此处</translation>
    </message>
    <message>
        <source>Make one up, to copy it</source>
        <translation>生成一个供复制</translation>
    </message>
    <message>
        <source>Keep in the keychain</source>
        <translation>存入钥匙串</translation>
    </message>
    <message>
        <source>Nothing was typed</source>
        <translation>未输入任何内容</translation>
    </message>
    <message>
        <source>Only for this run</source>
        <translation>仅本次运行</translation>
    </message>
    <message>
        <source>Kept in memory until Capstan is closed</source>
        <translation>保存在内存中，直到关闭 Capstan</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不更改</translation>
    </message>
</context>
<context>
    <name>CredentialLine</name>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>set</source>
        <translation>已设置</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>替换…</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>%1 of the environment goes first; unset it to use the keychain</source>
        <translation>环境变量 %1 优先；取消设置后才使用钥匙串</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>移除：%1</translation>
    </message>
</context>
<context>
    <name>CredentialList</name>
    <message>
        <source>Set by %1</source>
        <translation>由 %1 设置</translation>
    </message>
    <message>
        <source>Set until Capstan is closed</source>
        <translation>已设置，直到关闭 Capstan</translation>
    </message>
    <message>
        <source>Set, from the keychain</source>
        <translation>已设置，来自钥匙串</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>Asking the keychain</source>
        <translation>正在询问钥匙串</translation>
    </message>
    <message>
        <source>The keychain does not give it</source>
        <translation>钥匙串未提供</translation>
    </message>
    <message>
        <source>Kept in a keychain that is not there</source>
        <translation>保存在一个不可用的钥匙串中</translation>
    </message>
    <message>
        <source>Credential of %1</source>
        <translation>%1 的凭据</translation>
    </message>
    <message>
        <source>API key of %1</source>
        <translation>%1 的 API 密钥</translation>
    </message>
    <message>
        <source>Admin token</source>
        <translation>管理令牌</translation>
    </message>
    <message>
        <source>Secret of internal services</source>
        <translation>内部服务的密钥</translation>
    </message>
    <message>
        <source>Langfuse public key</source>
        <translation>Langfuse 公钥</translation>
    </message>
    <message>
        <source>Langfuse secret key</source>
        <translation>Langfuse 私钥</translation>
    </message>
    <message>
        <source>Helicone API key</source>
        <translation>Helicone API 密钥</translation>
    </message>
    <message>
        <source>OpenTelemetry headers</source>
        <translation>OpenTelemetry 请求头</translation>
    </message>
    <message>
        <source>Webhook address</source>
        <translation>Webhook 地址</translation>
    </message>
</context>
<context>
    <name>CredentialSection</name>
    <message>
        <source>Kept in the keychain of this desktop, in force at once. Capstan never shows a value again, only whether one is set.</source>
        <translation>保存在此桌面的钥匙串中，立即生效。Capstan 不再显示其值，只显示是否已设置。</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再次询问</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>Remove: %1?</source>
        <translation>移除：%1？</translation>
    </message>
    <message>
        <source>It is deleted from the keychain and cannot be brought back. What needs it stops working at once.</source>
        <translation>它将从钥匙串中删除且无法恢复。依赖它的功能会立即失效。</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不更改</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>Currencies</name>
    <message>
        <source>1 USD = %1 %2, fixed</source>
        <translation>1 USD = %1 %2，固定</translation>
    </message>
    <message>
        <source>1 USD = %1 %2, fixed on %3</source>
        <translation>1 USD = %1 %2，固定于 %3</translation>
    </message>
</context>
<context>
    <name>CurrencyLine</name>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Code of the currency</source>
        <translation>货币代码</translation>
    </message>
    <message>
        <source>Units of it per US dollar</source>
        <translation>每美元单位数</translation>
    </message>
    <message>
        <source>Date of the rate</source>
        <translation>汇率日期</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>EUR</source>
        <translation>EUR</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>HH:mm</source>
        <comment>pattern of QLocale</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>HH:mm:ss</source>
        <comment>pattern of QLocale</comment>
        <translation>HH:mm:ss</translation>
    </message>
    <message>
        <source>HH:mm:ss.zzz</source>
        <comment>pattern of QLocale</comment>
        <translation>HH:mm:ss.zzz</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>pattern of QLocale</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>pattern of QLocale</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <comment>pattern of QLocale</comment>
        <translation>M月d日 HH:mm</translation>
    </message>
    <message>
        <source>dddd</source>
        <comment>pattern of QLocale</comment>
        <translation>dddd</translation>
    </message>
    <message>
        <source>ddd HH:mm</source>
        <comment>pattern of QLocale</comment>
        <translation>ddd HH:mm</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>pattern of QLocale</comment>
        <translation>M月d日 ddd</translation>
    </message>
    <message>
        <source>dddd d MMMM, HH:mm</source>
        <comment>pattern of QLocale</comment>
        <translation>M月d日 dddd HH:mm</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>昨天 %1</translation>
    </message>
</context>
<context>
    <name>DaysFilterChip</name>
    <message>
        <source>%1 to %2</source>
        <comment>two days</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>from … to …</source>
        <translation>从 … 到 …</translation>
    </message>
    <message>
        <source>Write the first day and the last one, as 2026-11-01.</source>
        <translation>请填写首日和末日，例如 2026-11-01。</translation>
    </message>
    <message>
        <source>The last day must not be before the first one.</source>
        <translation>末日不能早于首日。</translation>
    </message>
</context>
<context>
    <name>DimensionList</name>
    <message>
        <source>not given</source>
        <translation>未提供</translation>
    </message>
    <message>
        <source>all budgets</source>
        <translation>所有预算</translation>
    </message>
</context>
<context>
    <name>DimensionTable</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Spend by %1</source>
        <translation>按%1统计的花费</translation>
    </message>
    <message>
        <source>%1, %2 today, %3 in 30 days</source>
        <translation>%1，今天 %2，30 天 %3</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Nothing was spent in the last 30 days</source>
        <translation>最近 30 天没有花费</translation>
    </message>
    <message>
        <source>Budget for it</source>
        <translation>为其设置预算</translation>
    </message>
    <message>
        <source>Select a row first</source>
        <translation>请先选择一行</translation>
    </message>
    <message>
        <source>From the ledger, settled calls; tenants are live</source>
        <translation>来自账本的已结算调用；租户为实时数据</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>没有匹配“%1”的内容</translation>
    </message>
    <message>
        <source>Change its cap</source>
        <translation>更改其上限</translation>
    </message>
</context>
<context>
    <name>Dimensions</name>
    <message>
        <source>tenant</source>
        <translation>租户</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tenant(s)</source>
        <translation>
            <numerusform>%Ln 个租户</numerusform>
        </translation>
    </message>
    <message>
        <source>agent</source>
        <translation>智能体</translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln 个智能体</numerusform>
        </translation>
    </message>
    <message>
        <source>user</source>
        <translation>用户</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln 个用户</numerusform>
        </translation>
    </message>
    <message>
        <source>key</source>
        <translation>密钥</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln 个密钥</numerusform>
        </translation>
    </message>
    <message>
        <source>feature</source>
        <translation>功能</translation>
    </message>
    <message numerus="yes">
        <source>%Ln feature(s)</source>
        <translation>
            <numerusform>%Ln 个功能</numerusform>
        </translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>实验</translation>
    </message>
    <message numerus="yes">
        <source>%Ln experiment(s)</source>
        <translation>
            <numerusform>%Ln 个实验</numerusform>
        </translation>
    </message>
    <message>
        <source>namespace</source>
        <translation>命名空间</translation>
    </message>
    <message numerus="yes">
        <source>%Ln namespace(s)</source>
        <translation>
            <numerusform>%Ln 个命名空间</numerusform>
        </translation>
    </message>
    <message>
        <source>team</source>
        <translation>团队</translation>
    </message>
    <message numerus="yes">
        <source>%Ln team(s)</source>
        <translation>
            <numerusform>%Ln 个团队</numerusform>
        </translation>
    </message>
    <message>
        <source>provider</source>
        <translation>提供商</translation>
    </message>
    <message numerus="yes">
        <source>%Ln provider(s)</source>
        <translation>
            <numerusform>%Ln 个提供商</numerusform>
        </translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>route</source>
        <translation>路由</translation>
    </message>
    <message numerus="yes">
        <source>%Ln route(s)</source>
        <translation>
            <numerusform>%Ln 条路由</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DowngradeList</name>
    <message>
        <source>A line of the cheaper models is only half written.</source>
        <translation>更便宜的模型中有一行只填了一半。</translation>
    </message>
    <message>
        <source>Name the model that is asked for and the one to use instead.</source>
        <translation>请指定请求的模型和替代使用的模型。</translation>
    </message>
</context>
<context>
    <name>EarlierAlert</name>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>选择 %1</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>%1/h</source>
        <comment>per hour</comment>
        <translation>%1/小时</translation>
    </message>
    <message numerus="yes">
        <source>%Ln running call(s)</source>
        <translation>
            <numerusform>%Ln 个进行中的调用</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the words of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <comment>tokens per second</comment>
        <translation>%1 tok/s</translation>
    </message>
    <message>
        <source>%1&#x202f;%</source>
        <comment>percent</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
</context>
<context>
    <name>FileChooser</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>FileImport</name>
    <message>
        <source>Done.</source>
        <translation>已完成。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s), %1</source>
        <translation>
            <numerusform>%Ln 次调用，%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: %Ln line(s).</source>
        <translation>
            <numerusform>略过 %Ln 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %L1: %2.</source>
        <translation>第 %L1 行：%2。</translation>
    </message>
    <message>
        <source>%1: input %2 → %3, output %4 → %5</source>
        <translation>%1：输入 %2 → %3，输出 %4 → %5</translation>
    </message>
    <message>
        <source>%1, made from %2 to %3.</source>
        <translation>%1，时间从 %2 到 %3。</translation>
    </message>
    <message>
        <source>New: %1. Reports count them; no cap does, as they are history.</source>
        <translation>新增：%1。报表会计入；它们是历史，任何上限都不计入。</translation>
    </message>
    <message>
        <source>Nothing is new.</source>
        <translation>没有新内容。</translation>
    </message>
    <message>
        <source>In the ledger already, and not counted again: %L1.</source>
        <translation>账本中已有、不再计入：%L1。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln price(s).</source>
        <translation>
            <numerusform>%Ln 个价格。</numerusform>
        </translation>
    </message>
    <message>
        <source>New: %L1, changed: %L2, as they are: %L3.</source>
        <translation>新增：%L1，更改：%L2，不变：%L3。</translation>
    </message>
    <message>
        <source>Without effect, as yours go before: %L1.</source>
        <translation>因您自己的价格优先而无效：%L1。</translation>
    </message>
    <message>
        <source>Imported before and not in this list, so taken away: %L1.</source>
        <translation>先前导入、此列表中没有，因此移除：%L1。</translation>
    </message>
    <message>
        <source>Left out, as they are no price per token: %L1.</source>
        <translation>因不是按 token 计价而略过：%L1。</translation>
    </message>
    <message>
        <source>Providers: %L1, models: %L2.</source>
        <translation>提供方：%L1，模型：%L2。</translation>
    </message>
    <message>
        <source>Everything could be carried over.</source>
        <translation>全部内容均已转换。</translation>
    </message>
    <message numerus="yes">
        <source>Not carried over: %Ln thing(s).</source>
        <translation>
            <numerusform>未能转换：%Ln 项。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileSaving</name>
    <message>
        <source>Cancelled. No file was saved.</source>
        <translation>已取消，未保存任何文件。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message numerus="yes">
        <source>Saving, %Ln request(s) so far…</source>
        <translation>
            <numerusform>正在保存，目前 %Ln 个请求…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>Filter; Delete takes it away</source>
        <translation>筛选；按 Delete 移除</translation>
    </message>
</context>
<context>
    <name>FindDialog</name>
    <message>
        <source>Found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Nothing is called “%1”</source>
        <translation>没有名为“%1”的项目</translation>
    </message>
    <message>
        <source>Find a tenant, key, model, request id, setting or action</source>
        <translation>查找租户、密钥、模型、请求 ID、设置或操作</translation>
    </message>
</context>
<context>
    <name>FindModel</name>
    <message>
        <source>page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Models &amp; prices</source>
        <translation>模型与价格</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>New budget</source>
        <translation>新建预算</translation>
    </message>
    <message>
        <source>Pause or resume all</source>
        <translation>全部暂停或恢复</translation>
    </message>
    <message>
        <source>request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>key of %1</source>
        <translation>%1 的密钥</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>The test call was answered with %1: %2</source>
        <translation>测试调用返回 %1：%2</translation>
    </message>
    <message>
        <source>“%1” is no address. Give one as http://gpu-box:8000.</source>
        <translation>“%1”不是地址。请填写类似 http://gpu-box:8000 的地址。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>A price cannot be read. Give dollars per million tokens, as 0.30.</source>
        <translation>无法识别价格。请填写每百万 Token 的美元价，例如 0.30。</translation>
    </message>
    <message>
        <source>first key</source>
        <translation>第一个密钥</translation>
    </message>
    <message>
        <source>Give the tenant a name, as research.</source>
        <translation>请给租户命名，例如 research。</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>端口 %1</translation>
    </message>
    <message>
        <source>All is set up. Nothing is sent anywhere except to your own model server.</source>
        <translation>全部设置完成。除了您自己的模型服务器，不会向任何地方发送数据。</translation>
    </message>
    <message numerus="yes">
        <source>%n of 4 steps done. Nothing is sent anywhere except to your own model server.</source>
        <translation>
            <numerusform>四步中已完成 %n 步。除了您自己的模型服务器，不会向任何地方发送数据。</numerusform>
        </translation>
    </message>
    <message>
        <source>Model server</source>
        <translation>模型服务器</translation>
    </message>
    <message>
        <source>%1 on %2 · %3</source>
        <translation>%1，%2 · %3</translation>
    </message>
    <message>
        <source>Looking for model servers…</source>
        <translation>正在查找模型服务器…</translation>
    </message>
    <message>
        <source>No model server answers on this computer&apos;s ports 8000 to 8009. Start vLLM, or give its address.</source>
        <translation>本机 8000 到 8009 端口没有模型服务器响应。请启动 vLLM，或填写其地址。</translation>
    </message>
    <message>
        <source>Find the model server</source>
        <translation>查找模型服务器</translation>
    </message>
    <message>
        <source>a model server</source>
        <translation>模型服务器</translation>
    </message>
    <message>
        <source>Found %1 on %2</source>
        <translation>在%2找到 %1</translation>
    </message>
    <message numerus="yes">
        <source>Prices for %n model(s)</source>
        <translation>
            <numerusform>%n 个模型的价格</numerusform>
        </translation>
    </message>
    <message>
        <source>Price its models</source>
        <translation>为模型定价</translation>
    </message>
    <message>
        <source>%1 to %2 per million tokens</source>
        <translation>每百万 Token %1 至 %2</translation>
    </message>
    <message>
        <source>From the list of %1: %2</source>
        <translation>来自 %1 的价目表：%2</translation>
    </message>
    <message>
        <source>Make a tenant with a cap, and its key</source>
        <translation>创建带上限的租户及其密钥</translation>
    </message>
    <message>
        <source>The first call was counted: %1</source>
        <translation>首次调用已计入：%1</translation>
    </message>
    <message>
        <source>Waiting for the first call…</source>
        <translation>等待首次调用…</translation>
    </message>
    <message>
        <source>From here on every call of %1 shows up in the window.</source>
        <translation>从现在起，%1 的每次调用都会显示在窗口中。</translation>
    </message>
    <message>
        <source>It appears here with its cost the moment it has ended.</source>
        <translation>调用一结束，就会连同费用显示在这里。</translation>
    </message>
    <message>
        <source>Tenant %1, %2 a day</source>
        <translation>租户 %1，每天 %2</translation>
    </message>
    <message>
        <source>Warns at %1; refuses at %2</source>
        <extracomment>%1 is &quot;80 %, 95 %&quot;, %2 is &quot;100 %&quot;, of a cap</extracomment>
        <translation>%1 时警告；%2 时拒绝</translation>
    </message>
</context>
<context>
    <name>FirstRunPrices</name>
    <message>
        <source>No list has a price for %1. Say what its tokens shall count; you can change it at any time under Models &amp; prices.</source>
        <translation>没有价目表包含 %1。请设定其 Token 价格；之后可随时在“模型与价格”中修改。</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Use these prices</source>
        <translation>使用这些价格</translation>
    </message>
</context>
<context>
    <name>FirstRunProgram</name>
    <message>
        <source>Change two lines in your program</source>
        <translation>在您的程序中修改两行</translation>
    </message>
    <message>
        <source>The key is shown only now. Copy it before you go on; a new one is a click away.</source>
        <translation>密钥只在此刻显示。请先复制再继续；新建一个只需点击一次。</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>Send a test call</source>
        <translation>发送测试调用</translation>
    </message>
    <message>
        <source>One short question to the model, counted like any other</source>
        <translation>向模型提一个简短问题，照常计费</translation>
    </message>
    <message>
        <source>Open the window</source>
        <translation>打开窗口</translation>
    </message>
</context>
<context>
    <name>FirstRunServer</name>
    <message>
        <source>Use this</source>
        <translation>使用此项</translation>
    </message>
    <message>
        <source>Address of a model server</source>
        <translation>模型服务器地址</translation>
    </message>
    <message>
        <source>Another address, as http://gpu-box:8000</source>
        <translation>其他地址，例如 http://gpu-box:8000</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
</context>
<context>
    <name>FirstRunStep</name>
    <message>
        <source>Step %1, done: %2</source>
        <translation>第 %1 步，已完成：%2</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>第 %1 步：%2</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Go back to: %1</source>
        <translation>返回：%1</translation>
    </message>
</context>
<context>
    <name>FirstRunTenant</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the tenant</source>
        <translation>租户名称</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Make the tenant and its key</source>
        <translation>创建租户及其密钥</translation>
    </message>
    <message>
        <source>A tenant is whoever pays: a team, a project, a product. Its cap: %1.</source>
        <extracomment>%1 is &quot;Warns at 80 %, 95 %; refuses at 100 %&quot;</extracomment>
        <translation>租户即付费方：团队、项目或产品。其上限：%1。</translation>
    </message>
</context>
<context>
    <name>FirstRunView</name>
    <message>
        <source>First run</source>
        <translation>首次运行</translation>
    </message>
    <message>
        <source>Skip, I will set it up myself</source>
        <translation>跳过，我自己设置</translation>
    </message>
    <message>
        <source>Your first metered call</source>
        <translation>您的首次计量调用</translation>
    </message>
    <message>
        <source>You can close this window. Capstan keeps counting.</source>
        <translation>您可以关闭此窗口，Capstan 会继续计量。</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message>
        <source>at %1</source>
        <comment>17:21</comment>
        <translation>%1</translation>
    </message>
    <message>
        <source>at %1</source>
        <comment>Mon 17:21</comment>
        <translation>%1</translation>
    </message>
    <message>
        <source>on %1</source>
        <comment>Monday</comment>
        <translation>%1</translation>
    </message>
    <message>
        <source>on %1</source>
        <comment>1 Dec</comment>
        <translation>%1</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>17:21</comment>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>Mon 17:21</comment>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>Monday</comment>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>1 Dec</comment>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>No pace yet</source>
        <translation>尚无速度</translation>
    </message>
    <message>
        <source>Cap reached, frees %1</source>
        <comment>at 00:00</comment>
        <translation>已达上限，%1 重置</translation>
    </message>
    <message>
        <source>Cap reached</source>
        <translation>已达上限</translation>
    </message>
    <message>
        <source>Reaches its cap %1 at this pace</source>
        <comment>at 17:21</comment>
        <translation>按此速度将于 %1 达到上限</translation>
    </message>
    <message>
        <source>Lasts %1</source>
        <comment>until Monday</comment>
        <translation>可用%1</translation>
    </message>
    <message>
        <source>Lasts for years</source>
        <translation>可用多年</translation>
    </message>
    <message>
        <source>no pace now</source>
        <translation>当前无消耗</translation>
    </message>
    <message>
        <source>full · frees %1</source>
        <comment>at 00:00</comment>
        <translation>已满 · %1 重置</translation>
    </message>
    <message>
        <source>full</source>
        <comment>the cap is reached</comment>
        <translation>已满</translation>
    </message>
    <message>
        <source>reaches cap %1</source>
        <comment>17:34</comment>
        <translation>%1 达到上限</translation>
    </message>
    <message>
        <source>lasts %1</source>
        <comment>until Monday</comment>
        <translation>可用%1</translation>
    </message>
    <message>
        <source>lasts</source>
        <translation>够用</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>The new configuration</source>
        <translation>新的配置</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>It is being read</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>No file was chosen</source>
        <translation>未选择文件</translation>
    </message>
    <message>
        <source>Save as capstan.yaml</source>
        <translation>另存为 capstan.yaml</translation>
    </message>
    <message>
        <source>Into the folder for downloads; a file that is there is never overwritten</source>
        <translation>存入下载文件夹；绝不覆盖已有文件</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ImportSection</name>
    <message>
        <source>Calls from before</source>
        <translation>以前的调用</translation>
    </message>
    <message>
        <source>A log of usage, one JSON object a line. Reports count its calls; no cap does.</source>
        <translation>使用日志，每行一个 JSON 对象。报表计入其中的调用，上限不计入。</translation>
    </message>
    <message>
        <source>Import calls…</source>
        <translation>导入调用…</translation>
    </message>
    <message>
        <source>Another gateway&apos;s configuration</source>
        <translation>其他网关的配置</translation>
    </message>
    <message>
        <source>A config.yaml or llm-router.toml, written anew as capstan.yaml, to copy or to save</source>
        <translation>把 config.yaml 或 llm-router.toml 改写为 capstan.yaml，供复制或保存</translation>
    </message>
    <message>
        <source>Translate…</source>
        <translation>转换…</translation>
    </message>
    <message>
        <source>Logs of usage</source>
        <translation>使用日志</translation>
    </message>
    <message>
        <source>Each call is counted once, however often its log is imported.</source>
        <translation>无论日志导入多少次，每次调用只计一次。</translation>
    </message>
    <message>
        <source>Import calls</source>
        <translation>导入调用</translation>
    </message>
    <message>
        <source>Configurations</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Nothing is changed: Capstan reads its own file, capstan.yaml, when it starts.</source>
        <translation>不会更改任何内容：Capstan 启动时读取自己的文件 capstan.yaml。</translation>
    </message>
    <message>
        <source>Translate a configuration</source>
        <translation>转换配置</translation>
    </message>
</context>
<context>
    <name>InvoiceCard</name>
    <message>
        <source>Invoice</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>保存 PDF</translation>
    </message>
    <message>
        <source>Save this invoice to send it</source>
        <translation>保存此账单以便发送</translation>
    </message>
    <message>
        <source>Save lines</source>
        <translation>保存明细</translation>
    </message>
    <message>
        <source>Save this invoice&apos;s lines for a spreadsheet</source>
        <translation>将此账单的明细保存为电子表格可用的文件</translation>
    </message>
    <message>
        <source>Give this invoice its number</source>
        <translation>为此账单编号</translation>
    </message>
    <message>
        <source>Close for good</source>
        <translation>永久关账</translation>
    </message>
    <message>
        <source>Later corrections stand on the next invoice</source>
        <translation>之后的更正计入下一张账单</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>暂不关账</translation>
    </message>
    <message>
        <source>All as FOCUS</source>
        <translation>全部存为 FOCUS</translation>
    </message>
    <message>
        <source>Every tenant&apos;s charges in the columns that FinOps tools read</source>
        <translation>所有租户的费用，按 FinOps 工具读取的列</translation>
    </message>
    <message>
        <source>Mark-up in percent</source>
        <translation>加价百分比</translation>
    </message>
    <message>
        <source>Mark-up in percent, below zero for a discount</source>
        <translation>加价百分比，负数为折扣</translation>
    </message>
    <message>
        <source>Change terms</source>
        <translation>更改条款</translation>
    </message>
    <message>
        <source>These terms are in force</source>
        <translation>这些条款已生效</translation>
    </message>
    <message>
        <source>Close invoice…</source>
        <translation>账单关账…</translation>
    </message>
    <message>
        <source>A period can be closed once, when it is over</source>
        <translation>周期结束后才能关账，且仅一次</translation>
    </message>
    <message>
        <source>Save JSON</source>
        <translation>保存 JSON</translation>
    </message>
    <message>
        <source>Save this invoice for a program</source>
        <translation>保存此账单供程序使用</translation>
    </message>
    <message>
        <source>Save text</source>
        <translation>保存文本</translation>
    </message>
    <message>
        <source>Save this invoice&apos;s lines as a table of plain text</source>
        <translation>将此账单的明细保存为纯文本表格</translation>
    </message>
</context>
<context>
    <name>InvoiceDesk</name>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>%1, closed</source>
        <translation>%1，已关账</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s), %1 as metered</source>
        <translation>
            <numerusform>%Ln 次调用，计量费用 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; terms %2 %</source>
        <translation>%1；约定调整 %2%</translation>
    </message>
    <message>
        <source>Give percent from -100 to 1000, as 12.5.</source>
        <translation>请输入 -100 到 1000 的百分比，例如 12.5。</translation>
    </message>
    <message>
        <source>From the next invoice on; this one is closed.</source>
        <translation>从下一张账单起生效；此账单已关闭。</translation>
    </message>
    <message>
        <source>To pay: %1 instead of %2</source>
        <translation>应付：%1，而不是 %2</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Closed invoices</source>
        <translation>已关账的账单</translation>
    </message>
    <message>
        <source>Choose a tenant and a period</source>
        <translation>选择租户和周期</translation>
    </message>
    <message>
        <source>%1 is to pay %2. The invoice gets its number and stays as it is for good; what is corrected later stands on the next one.</source>
        <translation>%1 应付 %2。账单将获得编号并永久保持不变；之后的更正计入下一张账单。</translation>
    </message>
</context>
<context>
    <name>KeepingSection</name>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Keep the detail of calls</source>
        <translation>保留调用明细</translation>
    </message>
    <message>
        <source>Days, and megabytes of the ledger; 0 does not limit. Totals are kept for good.</source>
        <translation>天数与账本的兆字节数；0 表示不限。总计永久保留。</translation>
    </message>
    <message>
        <source>Days of detail</source>
        <translation>明细天数</translation>
    </message>
    <message>
        <source>Megabytes of the ledger</source>
        <translation>账本大小（兆字节）</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>In force after the proxy is started again</source>
        <translation>代理重启后生效</translation>
    </message>
    <message>
        <source>Survive a power cut</source>
        <translation>断电不丢失</translation>
    </message>
    <message>
        <source>Each call then waits for the disk; a crash of Capstan alone loses nothing either way</source>
        <translation>每次调用会等待写盘；仅 Capstan 崩溃时两种方式都不丢数据</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>完整性校验</translation>
    </message>
    <message>
        <source>Reads the whole ledger: is every entry there and unchanged, do all sums agree?</source>
        <translation>读取整个账本：每个条目是否都在且未被改动，所有合计是否一致？</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>A copy of one moment beside the ledger, while calls go on.</source>
        <translation>在账本旁保存某一时刻的副本，调用照常进行。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Puts a backup in the ledger&apos;s place when Capstan starts again. What would be lost is shown before.</source>
        <translation>Capstan 重新启动时用备份替换账本。事先显示将会失去什么。</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>还原…</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The ledger stays what it is</source>
        <translation>账本保持不变</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>立即重新启动</translation>
    </message>
    <message>
        <source>Calls are running; stop them, or wait for their end</source>
        <translation>有调用正在运行；请停止它们或等其结束</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Back up to a file</source>
        <translation>备份到文件</translation>
    </message>
    <message>
        <source>To a file…</source>
        <translation>存为文件…</translation>
    </message>
    <message>
        <source>Choose where the backup is written</source>
        <translation>选择备份的保存位置</translation>
    </message>
</context>
<context>
    <name>KeyChange</name>
    <message>
        <source>Key %1: now called %2</source>
        <translation>密钥 %1：现名为 %2</translation>
    </message>
    <message>
        <source>Key %1: changed</source>
        <translation>密钥 %1：已更改</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Key for %1 created</source>
        <translation>已为 %1 创建密钥</translation>
    </message>
    <message>
        <source>New virtual key</source>
        <translation>新建虚拟密钥</translation>
    </message>
    <message>
        <source>Key of %1</source>
        <translation>%1 的密钥</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>all models</source>
        <translation>所有模型</translation>
    </message>
    <message>
        <source>any agent</source>
        <translation>任意智能体</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation>每天 %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>none; else an amount a day, like %1</source>
        <comment>$5.00</comment>
        <translation>无；或填每日金额，如 %1</translation>
    </message>
</context>
<context>
    <name>KeyLine</name>
    <message>
        <source>%1 is revoked</source>
        <translation>%1 已吊销</translation>
    </message>
    <message>
        <source>Rename or limit %1</source>
        <translation>重命名或限制 %1</translation>
    </message>
    <message>
        <source>Revoke %1…</source>
        <translation>吊销 %1…</translation>
    </message>
</context>
<context>
    <name>KeyListModel</name>
    <message>
        <source>agent %1</source>
        <translation>智能体 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at a time</source>
        <translation>并发 %1</translation>
    </message>
    <message>
        <source>revoked %1</source>
        <translation>%1 吊销</translation>
    </message>
    <message>
        <source>expired %1</source>
        <translation>%1 过期</translation>
    </message>
    <message>
        <source>never used</source>
        <translation>从未使用</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) a minute</source>
        <translation>
            <numerusform>每分钟 %Ln 个请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s) a minute</source>
        <translation>
            <numerusform>每分钟 %Ln 个 Token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) an hour</source>
        <translation>
            <numerusform>每小时 %Ln 个请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s) an hour</source>
        <translation>
            <numerusform>每小时 %Ln 个 Token</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyRate</name>
    <message>
        <source>any a minute</source>
        <translation>每分钟不限</translation>
    </message>
    <message>
        <source>any an hour</source>
        <translation>每小时不限</translation>
    </message>
</context>
<context>
    <name>KeySection</name>
    <message>
        <source>Virtual keys</source>
        <translation>虚拟密钥</translation>
    </message>
    <message>
        <source>No virtual key yet</source>
        <translation>还没有虚拟密钥</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>创建密钥</translation>
    </message>
    <message>
        <source>Revoke %1?</source>
        <translation>吊销 %1？</translation>
    </message>
    <message>
        <source>%1 stops working at once and for good; calls with it are refused. What it has spent stays counted.</source>
        <translation>%1 立即永久失效；使用它的调用会被拒绝。已花费的部分仍计入。</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不更改</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>吊销</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Ctrl 1 … 7</source>
        <translation>Ctrl 1 … 7</translation>
    </message>
    <message>
        <source>go to a page</source>
        <translation>转到页面</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Ctrl K</translation>
    </message>
    <message>
        <source>find anything</source>
        <translation>查找任何内容</translation>
    </message>
    <message>
        <source>Ctrl F, /</source>
        <translation>Ctrl F, /</translation>
    </message>
    <message>
        <source>filter of the page</source>
        <translation>页面筛选</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>sidebar, content, inspector</source>
        <translation>侧栏、内容、详情</translation>
    </message>
    <message>
        <source>↑ ↓ Enter</source>
        <translation>↑ ↓ Enter</translation>
    </message>
    <message>
        <source>rows, open</source>
        <translation>选行、打开</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>put back, close</source>
        <translation>还原、关闭</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
    <message>
        <source>P</source>
        <translation>P</translation>
    </message>
    <message>
        <source>pause or resume the tenant</source>
        <translation>暂停或恢复租户</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>stop the running call</source>
        <translation>停止进行中的调用</translation>
    </message>
    <message>
        <source>← →</source>
        <translation>← →</translation>
    </message>
    <message>
        <source>move the cap; Shift fine, Ctrl x10</source>
        <translation>移动上限；Shift 微调，Ctrl ×10</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home, End</translation>
    </message>
    <message>
        <source>cap at spent and held, old cap</source>
        <translation>上限设为已花费与预留、原上限</translation>
    </message>
    <message>
        <source>Ctrl N</source>
        <translation>Ctrl N</translation>
    </message>
    <message>
        <source>new budget</source>
        <translation>新建预算</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Ctrl Z</translation>
    </message>
    <message>
        <source>undo; with Shift redo</source>
        <translation>撤销；加 Shift 重做</translation>
    </message>
    <message>
        <source>Ctrl Shift P</source>
        <translation>Ctrl Shift P</translation>
    </message>
    <message>
        <source>pause all</source>
        <translation>全部暂停</translation>
    </message>
    <message>
        <source>Ctrl W</source>
        <translation>Ctrl W</translation>
    </message>
    <message>
        <source>close the window, go on counting</source>
        <translation>关闭窗口，继续计量</translation>
    </message>
    <message>
        <source>Ctrl Q</source>
        <translation>Ctrl Q</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>hold or follow the log; choose an alert</source>
        <translation>停住或跟随日志；选择一条警报</translation>
    </message>
    <message>
        <source>Shift ↑ ↓</source>
        <translation>Shift ↑ ↓</translation>
    </message>
    <message>
        <source>choose several alerts</source>
        <translation>选择多条警报</translation>
    </message>
</context>
<context>
    <name>KeyShown</name>
    <message>
        <source>Copy it now. Capstan keeps only a fingerprint and cannot show it again.</source>
        <translation>请立即复制。Capstan 只保存指纹，无法再次显示。</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>新密钥</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Tenant, agent</source>
        <translation>租户、智能体</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Cap of its own</source>
        <translation>自身上限</translation>
    </message>
    <message>
        <source>I have stored the key</source>
        <translation>我已保存密钥</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>显示密钥</translation>
    </message>
    <message>
        <source>Show in code</source>
        <translation>在代码中显示</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Copy the key, or say that it is stored</source>
        <translation>请复制密钥，或确认已保存</translation>
    </message>
</context>
<context>
    <name>KeyWriting</name>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>for people, as notebooks</source>
        <translation>便于识别，例如 notebooks</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>any agent</source>
        <translation>任意智能体</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>智能体</translation>
    </message>
    <message>
        <source>all models; else names, as llama-*, bge-m3</source>
        <translation>所有模型；或填名称，如 llama-*, bge-m3</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>每分钟请求数</translation>
    </message>
    <message>
        <source>Tokens a minute</source>
        <translation>每分钟 Token 数</translation>
    </message>
    <message>
        <source>At the same time</source>
        <translation>并发数</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不更改</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>创建密钥</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Requests an hour</source>
        <translation>每小时请求数</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Tokens an hour</source>
        <translation>每小时 Token 数</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>for good; else 30d, or 2026-12-31</source>
        <translation>永久；或填 30d、2026-12-31</translation>
    </message>
    <message>
        <source>Works until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Cap of its own, a day</source>
        <translation>自身每日上限</translation>
    </message>
</context>
<context>
    <name>Keychains</name>
    <message>
        <source>Or start Capstan with the secret in its environment variable, or set it for this run only.</source>
        <translation>或者用环境变量提供机密来启动 Capstan，或仅在本次运行中设置。</translation>
    </message>
    <message>
        <source>The keychain is locked, or a secret was taken out of it.</source>
        <translation>钥匙串已锁定，或其中的机密已被移除。</translation>
    </message>
    <message>
        <source>Unlock it and ask again, or set the secret anew.</source>
        <translation>请解锁后再次询问，或重新设置机密。</translation>
    </message>
    <message>
        <source>This session has no keychain.</source>
        <translation>此会话没有钥匙串。</translation>
    </message>
    <message>
        <source>Start gnome-keyring or KWallet.</source>
        <translation>请启动 gnome-keyring 或 KWallet。</translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation>钥匙串没有响应。</translation>
    </message>
    <message>
        <source>Look for a password dialogue that waits behind other windows.</source>
        <translation>请查看是否有密码对话框被其他窗口遮挡。</translation>
    </message>
    <message>
        <source>The keychain failed: %1.</source>
        <translation>钥匙串出错：%1。</translation>
    </message>
    <message>
        <source>Try it again.</source>
        <translation>请重试。</translation>
    </message>
</context>
<context>
    <name>LabelFilterChip</name>
    <message>
        <source>by a part of the name…</source>
        <translation>按名称的一部分…</translation>
    </message>
    <message>
        <source>Write a part of the name, like research, agent:crawler or team:.</source>
        <translation>请输入名称的一部分，例如 research、agent:crawler 或 team:。</translation>
    </message>
</context>
<context>
    <name>LedgerCare</name>
    <message>
        <source>Copying…</source>
        <translation>正在复制…</translation>
    </message>
    <message>
        <source>Reading every entry…</source>
        <translation>正在读取所有条目…</translation>
    </message>
    <message>
        <source>Copied to %1</source>
        <translation>已复制到 %1</translation>
    </message>
    <message>
        <source>Every entry is there and unchanged, and all sums agree.</source>
        <translation>所有条目都在且未被改动，所有合计一致。</translation>
    </message>
    <message>
        <source>Keep the ledger as it is, and compare with a backup. Differences: %1. %2</source>
        <translation>请保持账本原样，并与备份比较。差异：%1 处。%2</translation>
    </message>
</context>
<context>
    <name>LedgerRestore</name>
    <message numerus="yes">
        <source>%Ln call(s), %1, will not be counted any more.</source>
        <translation>
            <numerusform>%Ln 次调用（%1）将不再计入。</numerusform>
        </translation>
    </message>
    <message>
        <source>No call is lost.</source>
        <translation>不会失去任何调用。</translation>
    </message>
    <message numerus="yes">
        <source>The backup counts %Ln call(s) more than the ledger.</source>
        <translation>
            <numerusform>备份比账本多 %Ln 次调用。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cap(s) become what they were.</source>
        <translation>
            <numerusform>%Ln 个上限恢复原样。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) will not work any more.</source>
        <translation>
            <numerusform>%Ln 个密钥将失效。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln revoked key(s) will work again.</source>
        <translation>
            <numerusform>%Ln 个已吊销的密钥将重新有效。</numerusform>
        </translation>
    </message>
    <message>
        <source>The present ledger is kept beside it.</source>
        <translation>现有账本会保留在旁边。</translation>
    </message>
    <message>
        <source>A backup takes the ledger&apos;s place when Capstan starts again. %1 must end before.</source>
        <translation>Capstan 重新启动时备份将替换账本。之前须结束：%1。</translation>
    </message>
    <message>
        <source>A backup takes the ledger&apos;s place when Capstan starts again.</source>
        <translation>Capstan 重新启动时备份将替换账本。</translation>
    </message>
    <message>
        <source>The backup took the ledger&apos;s place. The former ledger is kept as %1.</source>
        <translation>备份已替换账本。原账本保存为 %1。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Last call</source>
        <translation>最后一次调用</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>Spent in all</source>
        <translation>总花费</translation>
    </message>
    <message>
        <source>Spent this month</source>
        <translation>本月花费</translation>
    </message>
    <message>
        <source>Spent today</source>
        <translation>今日花费</translation>
    </message>
</context>
<context>
    <name>ListeningSection</name>
    <message>
        <source>Programs call %1 now.</source>
        <translation>程序当前调用 %1。</translation>
    </message>
    <message>
        <source>Address and port</source>
        <translation>地址和端口</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>In force after the proxy is started again</source>
        <translation>代理重启后生效</translation>
    </message>
    <message>
        <source>Every call needs a virtual key</source>
        <translation>每次调用都需要虚拟密钥</translation>
    </message>
    <message>
        <source>Without it, programs on this computer may call without one</source>
        <translation>否则，本机程序可以不带密钥调用</translation>
    </message>
</context>
<context>
    <name>LiveRow</name>
    <message>
        <source>Stop %1, %2</source>
        <translation>停止 %1，%2</translation>
    </message>
</context>
<context>
    <name>LogDialog</name>
    <message>
        <source>One JSON object a line. The reports are made of its calls; nothing of it is kept.</source>
        <translation>每行一个 JSON 对象。报表基于其中的调用生成，不保留任何内容。</translation>
    </message>
    <message>
        <source>Report on a log</source>
        <translation>基于日志的报表</translation>
    </message>
    <message>
        <source>Logs of usage</source>
        <translation>使用日志</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Report on it</source>
        <translation>生成报表</translation>
    </message>
    <message>
        <source>No file was chosen</source>
        <translation>未选择文件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>“%1” is no time. Write it as 2026-11-21, or 2026-11-21 08:30.</source>
        <translation>“%1”不是时间。请写成 2026-11-21 或 2026-11-21 08:30。</translation>
    </message>
</context>
<context>
    <name>MoreFiltersButton</name>
    <message>
        <source>More filters</source>
        <translation>更多筛选</translation>
    </message>
    <message>
        <source>By key, agent, user, team and what else a call can name</source>
        <translation>按密钥、智能体、用户、团队及调用可指明的其他项</translation>
    </message>
</context>
<context>
    <name>MuteChange</name>
    <message>
        <source>%1: unmuted</source>
        <translation>%1：已取消静音</translation>
    </message>
    <message>
        <source>%1: muted</source>
        <translation>%1：已静音</translation>
    </message>
    <message>
        <source>%1: muted until %2</source>
        <comment>research, daily cap: muted until 21 Nov 18:00</comment>
        <translation>%1：已静音至 %2</translation>
    </message>
</context>
<context>
    <name>MuteDesk</name>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Every budget</source>
        <translation>所有预算</translation>
    </message>
    <message>
        <source>for an hour</source>
        <translation>一小时</translation>
    </message>
    <message>
        <source>until tomorrow</source>
        <translation>到明天</translation>
    </message>
    <message>
        <source>for a week</source>
        <translation>一周</translation>
    </message>
    <message>
        <source>until I unmute</source>
        <translation>直到我取消静音</translation>
    </message>
    <message>
        <source>until a time</source>
        <translation>到指定时间</translation>
    </message>
    <message>
        <source>Write until when.</source>
        <translation>请填写截止时间。</translation>
    </message>
    <message>
        <source>That is over already.</source>
        <translation>该时间已过。</translation>
    </message>
    <message>
        <source>until you unmute</source>
        <translation>直到您取消静音</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
</context>
<context>
    <name>MuteDialog</name>
    <message>
        <source>Mute alerts</source>
        <translation>静音警报</translation>
    </message>
    <message>
        <source>Crossings are kept all the same; nobody is told of them meanwhile.</source>
        <translation>越限仍会保存；只是在此期间不通知任何人。</translation>
    </message>
    <message>
        <source>What is muted</source>
        <translation>已静音的项目</translation>
    </message>
    <message>
        <source>Every budget</source>
        <translation>所有预算</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>Mute until</source>
        <translation>静音至</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>MuteLine</name>
    <message>
        <source>Unmute</source>
        <translation>取消静音</translation>
    </message>
</context>
<context>
    <name>NameFilterChip</name>
    <message>
        <source>%1 · %2</source>
        <comment>name, id</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>未提供</translation>
    </message>
</context>
<context>
    <name>NamesButton</name>
    <message>
        <source>Choose one that has called before</source>
        <translation>选择之前调用过的名称</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>选择：%1</translation>
    </message>
</context>
<context>
    <name>NavigationItem</name>
    <message>
        <source>%1, %2 open</source>
        <translation>%1，%2 条未处理</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%Ln call(s) refused today.</source>
        <translation>
            <numerusform>今天已拒绝 %Ln 次调用。</numerusform>
        </translation>
    </message>
    <message>
        <source>The total cap for all tenants is reached.</source>
        <translation>所有租户的总上限已达到。</translation>
    </message>
    <message>
        <source>The cap per %1 for all tenants is reached.</source>
        <extracomment>%1 is a length of time: &quot;6 h&quot;</extracomment>
        <translation>所有租户的每 %1 上限已达到。</translation>
    </message>
    <message>
        <source>The hourly cap for all tenants is reached.</source>
        <translation>所有租户的每小时上限已达到。</translation>
    </message>
    <message>
        <source>The daily cap for all tenants is reached.</source>
        <translation>所有租户的每日上限已达到。</translation>
    </message>
    <message>
        <source>The weekly cap for all tenants is reached.</source>
        <translation>所有租户的每周上限已达到。</translation>
    </message>
    <message>
        <source>The monthly cap for all tenants is reached.</source>
        <translation>所有租户的每月上限已达到。</translation>
    </message>
    <message>
        <source>New calls are refused.</source>
        <translation>新调用会被拒绝。</translation>
    </message>
    <message>
        <source>New calls are refused %1.</source>
        <translation>新调用会被拒绝，%1。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) let in before is/are finishing; the cost is already held.</source>
        <translation>
            <numerusform>此前放行的 %Ln 个调用正在收尾；费用已预留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Raise cap…</source>
        <translation>提高上限…</translation>
    </message>
    <message>
        <source>The ledger cannot be written. Every call is refused.</source>
        <translation>账本无法写入。所有调用都会被拒绝。</translation>
    </message>
    <message>
        <source>%1 has not answered since %2.</source>
        <translation>%1 自 %2 起没有响应。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) was/were open when Capstan stopped.</source>
        <translation>
            <numerusform>Capstan 停止时有 %Ln 个调用未结束。</numerusform>
        </translation>
    </message>
    <message>
        <source>Counted at the upper bound, %1.</source>
        <translation>按上界计入，%1。</translation>
    </message>
    <message>
        <source>All tenants are paused. New calls are refused.</source>
        <translation>所有租户已暂停。新调用会被拒绝。</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>全部恢复</translation>
    </message>
    <message>
        <source>Traffic reaches %1 past Capstan.</source>
        <translation>有流量绕过 Capstan 到达 %1。</translation>
    </message>
    <message>
        <source>%1 and Capstan count differently.</source>
        <translation>%1 与 Capstan 的计数不一致。</translation>
    </message>
    <message>
        <source>%1 takes nothing.</source>
        <translation>%1 不接收任何数据。</translation>
    </message>
    <message>
        <source>Set a price…</source>
        <translation>设置价格…</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>notices</comment>
        <translation>
            <numerusform>另有 %Ln 条</numerusform>
        </translation>
    </message>
    <message>
        <source>At least %1 prompt and %2 generated tokens reached %3 without passing Capstan. Find who calls it directly, and let only this machine reach its port.</source>
        <translation>至少有 %1 个提示 Token 和 %2 个生成 Token 绕过 Capstan 到达 %3。请找出直接调用者，并只允许本机访问其端口。</translation>
    </message>
    <message>
        <source>Capstan counted %1 prompt and %2 generated tokens that %3 did not: calls whose count was lost are charged what they may have used.</source>
        <translation>Capstan 计入了 %1 个提示 Token 和 %2 个生成 Token，而 %3 没有：计数丢失的调用按其可能的用量收费。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) used more than was held.</source>
        <translation>
            <numerusform>%Ln 次调用的用量超过预留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Charged in full. %1 counts more tokens than Capstan expected of it.</source>
        <translation>已全额计费。%1 计入的 Token 多于 Capstan 的预期。</translation>
    </message>
</context>
<context>
    <name>OpenAlert</name>
    <message>
        <source>Adjust cap</source>
        <translation>调整上限</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Mute until tomorrow</source>
        <translation>静音到明天</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>%1 by %2</source>
        <extracomment>&quot;$996 by 30 Nov&quot;: what will be spent by that day</extracomment>
        <translation>到 %2 为 %1</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>无上限</translation>
    </message>
    <message>
        <source>No cap is set</source>
        <translation>未设上限</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>共 %1</translation>
    </message>
    <message>
        <source>cap reached</source>
        <translation>已达上限</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>%1 plan</source>
        <comment>of $400.00 plan</comment>
        <translation>计划%1</translation>
    </message>
    <message>
        <source>no plan</source>
        <translation>无计划</translation>
    </message>
    <message>
        <source>%1 today</source>
        <comment>of $30.00 today</comment>
        <translation>今天%1</translation>
    </message>
    <message>
        <source>today, no cap</source>
        <translation>今天，无上限</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Ctrl K</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Point a program at the address below. Its first call shows up here at once, with its cost.</source>
        <translation>将程序指向下面的地址。它的首次调用会立即连同费用显示在这里。</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>还没有调用</translation>
    </message>
    <message>
        <source>Running cost, solid · still held, striped</source>
        <translation>已产生费用为实心 · 仍预留为条纹</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Top models today</source>
        <translation>今日主要模型</translation>
    </message>
    <message>
        <source>Top tenants today</source>
        <translation>今日主要租户</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Top of what</source>
        <translation>排行对象</translation>
    </message>
    <message>
        <source>In flight %1</source>
        <translation>进行中 %1</translation>
    </message>
    <message>
        <source>Top tenants</source>
        <translation>主要租户</translation>
    </message>
    <message>
        <source>Top models</source>
        <translation>主要模型</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>上游</translation>
    </message>
    <message>
        <source>What to list</source>
        <translation>列出内容</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>上游</translation>
    </message>
</context>
<context>
    <name>OwnHardwareCard</name>
    <message>
        <source>Own hardware</source>
        <translation>自有硬件</translation>
    </message>
    <message>
        <source>Own GPU</source>
        <translation>自有 GPU</translation>
    </message>
    <message>
        <source>per million tokens, measured on %1</source>
        <translation>每百万 Token，在 %1 上实测</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>购置</translation>
    </message>
    <message>
        <source>dollars</source>
        <translation>美元</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>摊销</translation>
    </message>
    <message>
        <source>months</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>功率</translation>
    </message>
    <message>
        <source>watts</source>
        <translation>瓦</translation>
    </message>
    <message>
        <source>Electricity</source>
        <translation>电价</translation>
    </message>
    <message>
        <source>per kWh</source>
        <translation>每千瓦时</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>tokens/s, all</source>
        <translation>Token/秒，合计</translation>
    </message>
    <message>
        <source>per million tokens · %1</source>
        <translation>每百万 Token · %1</translation>
    </message>
    <message>
        <source>Copy for capstan.yaml</source>
        <translation>复制到 capstan.yaml</translation>
    </message>
    <message>
        <source>With these lines Capstan measures the price</source>
        <translation>加入这些行后，Capstan 会实测价格</translation>
    </message>
</context>
<context>
    <name>OwnHardwareModel</name>
    <message>
        <source>%1/h, busy %2 of the last hour; %3 of it went by idle</source>
        <translation>每小时 %1，过去一小时忙碌 %2；其中 %3 为空闲成本</translation>
    </message>
    <message>
        <source>The purchase price is an amount in dollars.</source>
        <translation>购置价应为美元金额。</translation>
    </message>
    <message>
        <source>Written off over 1 to 240 months.</source>
        <translation>摊销期为 1 到 240 个月。</translation>
    </message>
    <message>
        <source>The power is a whole number of watts.</source>
        <translation>功率应为整数瓦。</translation>
    </message>
    <message>
        <source>The price of a kilowatt-hour is an amount in dollars.</source>
        <translation>每千瓦时电价应为美元金额。</translation>
    </message>
    <message>
        <source>The speed is a whole number of tokens a second.</source>
        <translation>速度应为每秒整数 Token 数。</translation>
    </message>
    <message>
        <source>%1/h at full load</source>
        <translation>满载时每小时 %1</translation>
    </message>
</context>
<context>
    <name>OwnPriceLine</name>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Change the price %1</source>
        <translation>更改价格 %1</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Remove the price %1</source>
        <translation>移除价格 %1</translation>
    </message>
</context>
<context>
    <name>OwnPriceList</name>
    <message>
        <source>held before</source>
        <translation>此前有效</translation>
    </message>
    <message>
        <source>since the beginning</source>
        <translation>自始有效</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>将于 %1 生效</translation>
    </message>
    <message>
        <source>held from %1</source>
        <translation>自 %1 起曾有效</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1</translation>
    </message>
</context>
<context>
    <name>OwnPrices</name>
    <message>
        <source>Your prices</source>
        <translation>自定义价格</translation>
    </message>
</context>
<context>
    <name>PastRange</name>
    <message>
        <source>Over</source>
        <extracomment>Over which past: &quot;Over: 7 days&quot;</extracomment>
        <translation>回溯</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
</context>
<context>
    <name>PauseAllButton</name>
    <message>
        <source>Resume all</source>
        <translation>全部恢复</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>全部暂停</translation>
    </message>
    <message>
        <source>Ctrl Shift P</source>
        <translation>Ctrl Shift P</translation>
    </message>
</context>
<context>
    <name>PauseAllDialog</name>
    <message>
        <source>Pause all tenants?</source>
        <translation>暂停所有租户？</translation>
    </message>
    <message>
        <source>Let them finish</source>
        <translation>让其完成</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>全部暂停</translation>
    </message>
    <message>
        <source>Cut them now</source>
        <translation>立即切断</translation>
    </message>
    <message>
        <source>Leave them running</source>
        <translation>保持运行</translation>
    </message>
</context>
<context>
    <name>PauseChange</name>
    <message>
        <source>All tenants: paused</source>
        <translation>所有租户：已暂停</translation>
    </message>
    <message>
        <source>All tenants: resumed</source>
        <translation>所有租户：已恢复</translation>
    </message>
    <message>
        <source>%1: paused</source>
        <translation>%1：已暂停</translation>
    </message>
    <message>
        <source>%1: resumed</source>
        <translation>%1：已恢复</translation>
    </message>
</context>
<context>
    <name>PauseDialog</name>
    <message>
        <source>Pause %1?</source>
        <translation>暂停 %1？</translation>
    </message>
    <message>
        <source>Let them finish</source>
        <translation>让其完成</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Cut them now</source>
        <translation>立即切断</translation>
    </message>
    <message>
        <source>Leave them running</source>
        <translation>保持运行</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不更改</translation>
    </message>
</context>
<context>
    <name>PolicyCare</name>
    <message>
        <source>%1: new</source>
        <translation>%1：新增</translation>
    </message>
    <message>
        <source>%1: different</source>
        <translation>%1：有变化</translation>
    </message>
    <message>
        <source>%1: gone</source>
        <translation>%1：移除</translation>
    </message>
    <message>
        <source>Its version, or the order of its rules</source>
        <translation>其版本，或其规则的顺序</translation>
    </message>
    <message>
        <source>refuses</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>moves to a cheaper model</source>
        <translation>改用更便宜的模型</translation>
    </message>
    <message>
        <source>tells</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>There is none: budgets alone decide. The configuration file can name one.</source>
        <translation>没有策略：仅由预算决定。可在配置文件中指定。</translation>
    </message>
    <message>
        <source>Version %1, rules: %2</source>
        <translation>版本 %1，规则：%2</translation>
    </message>
    <message>
        <source>With this nothing changes. %1</source>
        <translation>这样不会有任何更改。%1</translation>
    </message>
    <message>
        <source>It is in force as it stands in the file.</source>
        <translation>文件中的策略已按现状生效。</translation>
    </message>
    <message>
        <source>Reading it again would change:</source>
        <translation>重新读取将更改：</translation>
    </message>
    <message>
        <source>It was read again, and is in force.</source>
        <translation>已重新读取并生效。</translation>
    </message>
    <message>
        <source>The policy was not changed. %1</source>
        <translation>策略未更改。%1</translation>
    </message>
</context>
<context>
    <name>PolicyDialog</name>
    <message>
        <source>The rules of the file are asked about every recorded call, among the budgets there are. Nothing is changed.</source>
        <translation>用文件中的规则逐一检验每次已记录的调用，并保留现有预算。不会更改任何内容。</translation>
    </message>
    <message>
        <source>Try a policy</source>
        <translation>试用策略</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试用</translation>
    </message>
    <message>
        <source>It is being tried</source>
        <translation>正在试用</translation>
    </message>
    <message>
        <source>No file was chosen</source>
        <translation>未选择文件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>PolicyHitLine</name>
    <message>
        <source>%1 refused</source>
        <translation>拒绝 %1</translation>
    </message>
</context>
<context>
    <name>PolicyLine</name>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show rules</source>
        <translation>显示规则</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Read the file as it is now; nothing is changed</source>
        <translation>读取文件当前内容，不做任何更改</translation>
    </message>
    <message>
        <source>Put in force</source>
        <translation>使其生效</translation>
    </message>
    <message>
        <source>The next call is judged by it</source>
        <translation>从下一次调用起按它判断</translation>
    </message>
</context>
<context>
    <name>PolicyTrial</name>
    <message numerus="yes">
        <source>Of %Ln call(s), %1 would have been refused; %2 were.</source>
        <translation>
            <numerusform>%Ln 次调用中有 %1 次本会被拒绝；实际为 %2 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Moved to a cheaper model: %1; %2 were.</source>
        <translation>改用更便宜的模型：%1 次；实际为 %2 次。</translation>
    </message>
    <message>
        <source>Answers cut shorter: %1.</source>
        <translation>缩短的回答：%1。</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>最近一天</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Spent: %1; it would have been %2.</source>
        <translation>花费：%1；本应为 %2。</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1，依据 %2</translation>
    </message>
    <message>
        <source>first %1; these calls cost %2</source>
        <translation>最早 %1；这些调用花费 %2</translation>
    </message>
</context>
<context>
    <name>PriceChange</name>
    <message>
        <source>%1 in, %2 out</source>
        <comment>a price: $0.10 in, $0.30 out</comment>
        <translation>输入 %1，输出 %2</translation>
    </message>
    <message>
        <source>%1: your price removed</source>
        <translation>%1：已移除自定义价格</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>PriceEditor</name>
    <message>
        <source>%1 tokens in, %2 out: %3</source>
        <translation>输入 %1 Token，输出 %2：%3</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Cached input</source>
        <translation>缓存输入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>%1 is %2 times above the usual %3 (%4).</source>
        <translation>%1是通常价格 %3（%4）的 %2 倍。</translation>
    </message>
    <message>
        <source>%1 is %2 times below the usual %3 (%4).</source>
        <translation>%1比通常价格 %3（%4）低 %2 倍。</translation>
    </message>
    <message>
        <source>Was it meant per 1,000 tokens, or for another model?</source>
        <translation>是否指每 1,000 Token，或是其他模型的价格？</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>缓存写入</translation>
    </message>
    <message>
        <source>“%1” is no day.</source>
        <translation>“%1”不是日期。</translation>
    </message>
    <message>
        <source>Give one as 2026-12-01.</source>
        <translation>请按 2026-12-01 的形式输入。</translation>
    </message>
    <message>
        <source>Your first price</source>
        <translation>首个自定义价格</translation>
    </message>
    <message>
        <source>Your price from %1</source>
        <translation>自 %1 起的自定义价格</translation>
    </message>
    <message>
        <source>From %1 prompt tokens on:</source>
        <translation>从 %1 个提示 Token 起：</translation>
    </message>
</context>
<context>
    <name>PriceEditorCard</name>
    <message>
        <source>Price of %1</source>
        <translation>%1 的价格</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>新价格</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Cached input</source>
        <translation>缓存输入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>仍然保存</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Nothing was changed, or a price cannot be read</source>
        <translation>没有更改，或有价格无法识别</translation>
    </message>
    <message>
        <source>Select a model to see and change its price</source>
        <translation>选择一个模型以查看和修改价格</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>缓存写入</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>per request</source>
        <translation>每次请求</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效日</translation>
    </message>
    <message>
        <source>a day; empty: now</source>
        <translation>日期；空：现在</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>per minute</source>
        <translation>每分钟</translation>
    </message>
    <message>
        <source>Remove my price…</source>
        <translation>移除自定义价格…</translation>
    </message>
    <message>
        <source>Cache write, fee, long prompts, source…</source>
        <translation>缓存写入、费用、长提示词、来源…</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>empty: this window</source>
        <translation>空：此窗口</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>查阅日</translation>
    </message>
    <message>
        <source>a day; empty: today</source>
        <translation>日期；空：今天</translation>
    </message>
</context>
<context>
    <name>PriceField</name>
    <message>
        <source>per million tokens</source>
        <translation>每百万 Token</translation>
    </message>
</context>
<context>
    <name>PriceListModel</name>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln without a price</source>
        <extracomment>%1 is &quot;12 models&quot;</extracomment>
        <translation>
            <numerusform>%1，%Ln 个没有价格</numerusform>
        </translation>
    </message>
    <message>
        <source>A call to it is refused wherever a money cap applies.</source>
        <translation>凡适用金额上限之处，对它的调用都会被拒绝。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) was/were refused in the last 7 days, because a money cap applies to them.</source>
        <translation>
            <numerusform>最近 7 天有 %Ln 次调用因适用金额上限而被拒绝。</numerusform>
        </translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>configured</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>free on purpose</source>
        <translation>有意免费</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>not served now</source>
        <translation>当前未提供</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>在 %1</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>无价格</translation>
    </message>
    <message>
        <source>refused %1</source>
        <translation>拒绝 %1 次</translation>
    </message>
    <message numerus="yes">
        <source>Shipped list: newest of %1, %n day(s) old.</source>
        <translation>
            <numerusform>内置价目表：最新为 %1，距今 %n 天。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported list: newest of %1, %n day(s) old.</source>
        <translation>
            <numerusform>导入价目表：最新为 %1，距今 %n 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1: %2</source>
        <extracomment>%1 is a day, %2 &quot;$0.12 in, $0.30 out&quot;</extracomment>
        <translation>自 %1 起：%2</translation>
    </message>
</context>
<context>
    <name>PricePast</name>
    <message numerus="yes">
        <source>%Ln call(s) more would have been refused.</source>
        <translation>
            <numerusform>还会多拒绝 %Ln 次调用。</numerusform>
        </translation>
    </message>
    <message>
        <source>What it would have cost cannot be told: %1</source>
        <translation>无法得知本应花费多少：%1</translation>
    </message>
    <message>
        <source>%1: counting…</source>
        <extracomment>%1 is &quot;Last 7 days&quot;</extracomment>
        <translation>%1：正在统计…</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>结束早于开始。</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>从 – 到</translation>
    </message>
    <message>
        <source>From when?</source>
        <translation>从何时起？</translation>
    </message>
    <message>
        <source>%1: %2 spent in all; at this price it would have been %3.</source>
        <extracomment>%1 is &quot;Last 7 days&quot;</extracomment>
        <translation>%1：共花费 %2；按此价格本应为 %3。</translation>
    </message>
</context>
<context>
    <name>PricePastLines</name>
    <message>
        <source>What it would have cost</source>
        <translation>本应花费多少</translation>
    </message>
    <message>
        <source>From when</source>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>until now</source>
        <translation>至今</translation>
    </message>
</context>
<context>
    <name>PriceRemoval</name>
    <message>
        <source>Calls in the last 7 days: counting…</source>
        <translation>最近 7 天的调用：正在统计…</translation>
    </message>
    <message>
        <source>Remove your price of %1?</source>
        <translation>移除 %1 的自定义价格？</translation>
    </message>
    <message>
        <source>Remove your price of %1 from %2?</source>
        <extracomment>%1 is a model, %2 a day</extracomment>
        <translation>移除 %1 自 %2 起的自定义价格？</translation>
    </message>
    <message>
        <source>Nothing changes today.</source>
        <translation>今天没有变化。</translation>
    </message>
    <message>
        <source>Nothing changes today: %1 holds.</source>
        <translation>今天没有变化：仍适用 %1。</translation>
    </message>
    <message>
        <source>Then it has no price: a call to it is refused wherever a money cap applies.</source>
        <translation>之后它没有价格：凡适用金额上限之处，对它的调用都会被拒绝。</translation>
    </message>
    <message>
        <source>Then %1 holds (%2), per million tokens.</source>
        <extracomment>%1 is &quot;$0.10 in, $0.30 out&quot;, %2 who says so: &quot;shipped&quot;</extracomment>
        <translation>之后适用 %1（%2），按每百万 Token 计。</translation>
    </message>
    <message>
        <source>%1 from %2 will not come into force.</source>
        <translation>自 %2 起的价格（%1）将不会生效。</translation>
    </message>
    <message>
        <source>Nobody called it in the last 7 days.</source>
        <translation>最近 7 天无人调用它。</translation>
    </message>
    <message>
        <source>Calls in the last 7 days: %1 of %2, for %3 at your price.</source>
        <translation>最近 7 天的调用：%2，%1 次，按自定义价格共 %3。</translation>
    </message>
    <message>
        <source>Whom it touches cannot be told: %1</source>
        <translation>无法得知会影响谁：%1</translation>
    </message>
</context>
<context>
    <name>PriceRemovalDialog</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不更改</translation>
    </message>
</context>
<context>
    <name>PriceTable</name>
    <message>
        <source>Models and prices</source>
        <translation>模型与价格</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>No model matches “%1”</source>
        <translation>没有匹配“%1”的模型</translation>
    </message>
    <message>
        <source>No upstream has listed a model yet.</source>
        <translation>还没有上游列出模型。</translation>
    </message>
    <message>
        <source>Yours wins over configured, configured over imported, imported over shipped. A price of 0.00 is a real price: the caps stay on.</source>
        <translation>自定义优先于配置，配置优先于导入，导入优先于内置。0.00 也是有效价格：上限仍然生效。</translation>
    </message>
    <message>
        <source>What they cost today is not known: %1</source>
        <translation>无法得知今天的费用：%1</translation>
    </message>
</context>
<context>
    <name>PriceTableHead</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>$ per million tokens</source>
        <translation>$ / 百万 Token</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Price from</source>
        <translation>价格来源</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>PriceTableRow</name>
    <message>
        <source>%1, %2, input %3, output %4 dollars per million tokens, %5 %6</source>
        <translation>%1，%2，输入 %3、输出 %4 美元/百万 Token，%5 %6</translation>
    </message>
</context>
<context>
    <name>PriceTierList</name>
    <message>
        <source>From how many tokens of the prompt on?</source>
        <translation>从多少个提示 Token 起？</translation>
    </message>
    <message>
        <source>Write a whole number such as 200000.</source>
        <translation>请输入整数，例如 200000。</translation>
    </message>
    <message>
        <source>long prompts</source>
        <translation>长提示词</translation>
    </message>
    <message>
        <source>Another row begins at %1 tokens as well.</source>
        <translation>另一行也从 %1 个 Token 开始。</translation>
    </message>
    <message>
        <source>Change or remove one of them.</source>
        <translation>请更改或移除其中一行。</translation>
    </message>
    <message>
        <source>A row of the long prompts cannot be read.</source>
        <translation>长提示词中有一行无法识别。</translation>
    </message>
    <message>
        <source>It says what is wrong.</source>
        <translation>该行会说明问题所在。</translation>
    </message>
</context>
<context>
    <name>PriceTiers</name>
    <message>
        <source>Long prompts</source>
        <translation>长提示词</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>添加一行</translation>
    </message>
    <message>
        <source>Other rates from so many tokens of the prompt on</source>
        <translation>提示词达到一定 Token 数起的其他价格</translation>
    </message>
    <message>
        <source>From %1 prompt tokens on</source>
        <translation>从 %1 个提示 Token 起</translation>
    </message>
    <message>
        <source>%1 from %2 prompt tokens on</source>
        <translation>%1，从 %2 个提示 Token 起</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>prompt tokens</source>
        <translation>提示 Token</translation>
    </message>
    <message>
        <source>Remove the row from %1 prompt tokens on</source>
        <translation>移除从 %1 个提示 Token 起的一行</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Cached input</source>
        <translation>缓存输入</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>缓存写入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
</context>
<context>
    <name>PricesPage</name>
    <message>
        <source>Models &amp; prices</source>
        <translation>模型与价格</translation>
    </message>
    <message>
        <source>Add price</source>
        <translation>添加价格</translation>
    </message>
    <message>
        <source>%1 has no price</source>
        <translation>%1 没有价格</translation>
    </message>
    <message>
        <source>Set a price</source>
        <translation>设置价格</translation>
    </message>
    <message>
        <source>View calls</source>
        <translation>查看调用</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Whole price book</source>
        <translation>完整价目表</translation>
    </message>
    <message>
        <source>Which models</source>
        <translation>哪些模型</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>筛选模型</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Price lists</source>
        <translation>价目表</translation>
    </message>
    <message>
        <source>A JSON file in LiteLLM&apos;s format. Its prices go before those shipped, and after yours; they replace what was imported before.</source>
        <translation>LiteLLM 格式的 JSON 文件。其价格优先于内置价格，次于自定义价格；会替换之前导入的内容。</translation>
    </message>
    <message>
        <source>Import prices</source>
        <translation>导入价格</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Ctrl Z</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>尚未更改任何内容</translation>
    </message>
</context>
<context>
    <name>ProgressStripe</name>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>Use a free port</source>
        <translation>使用空闲端口</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>QuitDialog</name>
    <message>
        <source>Quit Capstan?</source>
        <translation>退出 Capstan？</translation>
    </message>
    <message>
        <source>Let them finish, then quit</source>
        <translation>完成后退出</translation>
    </message>
    <message>
        <source>Cut them and quit</source>
        <translation>切断并退出</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Minimise and go on</source>
        <translation>最小化并继续</translation>
    </message>
    <message>
        <source>Stop the proxy and quit</source>
        <translation>停止代理并退出</translation>
    </message>
</context>
<context>
    <name>RaiseCard</name>
    <message>
        <source>End it now</source>
        <translation>立即结束</translation>
    </message>
    <message>
        <source>Raise otherwise…</source>
        <translation>另行提额…</translation>
    </message>
    <message>
        <source>Raise until…</source>
        <translation>临时提额…</translation>
    </message>
    <message>
        <source>Raise by</source>
        <translation>提高</translation>
    </message>
    <message>
        <source>until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>提高</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不更改</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>18:00, 3d or 2026-12-01 18:00</source>
        <translation>18:00、3d 或 2026-12-01 18:00</translation>
    </message>
    <message>
        <source>Say until when first</source>
        <translation>请先填写截止时间</translation>
    </message>
</context>
<context>
    <name>RangeMenu</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>From when</source>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>open, or 2026-11-22</source>
        <translation>不限，或 2026-11-22</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>ReconcileList</name>
    <message numerus="yes">
        <source>$%1 in %Ln call(s)</source>
        <translation>
            <numerusform>$%1，%Ln 次调用</numerusform>
        </translation>
    </message>
    <message>
        <source>Memory, as this window shows it</source>
        <translation>内存，即此窗口所示</translation>
    </message>
    <message>
        <source>/metrics, as Prometheus reads it</source>
        <translation>/metrics，即 Prometheus 所读</translation>
    </message>
    <message>
        <source>The ledger&apos;s entries</source>
        <translation>账本的条目</translation>
    </message>
    <message>
        <source>The ledger&apos;s totals</source>
        <translation>账本的总计</translation>
    </message>
    <message>
        <source>Acknowledged %1</source>
        <translation>已确认：%1</translation>
    </message>
    <message>
        <source>; %1 waits</source>
        <translation>；等待中：%1</translation>
    </message>
    <message>
        <source>; %1 was refused</source>
        <translation>；被拒：%1</translation>
    </message>
    <message>
        <source>; %1 was given up</source>
        <translation>；已放弃：%1</translation>
    </message>
    <message>
        <source>; %1 was before it</source>
        <translation>；早于该目标：%1</translation>
    </message>
    <message>
        <source>All agree, to the nano-dollar.</source>
        <translation>全部一致，精确到纳美元。</translation>
    </message>
</context>
<context>
    <name>ReconcileSection</name>
    <message>
        <source>All that was ever spent is one number: in memory, in the ledger, in /metrics, and in what each destination acknowledged.</source>
        <translation>累计花费是同一个数：在内存、账本、/metrics 以及各目标已确认的数据中都一样。</translation>
    </message>
    <message>
        <source>Compare all places</source>
        <translation>比较所有位置</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Every entry of the ledger is being added up</source>
        <translation>正在汇总账本的所有条目</translation>
    </message>
    <message>
        <source>Add up every entry and compare; calls go on meanwhile</source>
        <translation>汇总所有条目并比较；调用照常进行</translation>
    </message>
</context>
<context>
    <name>ReportChart</name>
    <message>
        <source>%1, the first %2 of %3</source>
        <translation>%1，前 %2 项，共 %3</translation>
    </message>
</context>
<context>
    <name>ReportChartCard</name>
    <message>
        <source>Arrow keys go from point to point</source>
        <translation>方向键在数据点间移动</translation>
    </message>
</context>
<context>
    <name>ReportFilters</name>
    <message>
        <source>Calls of</source>
        <translation>调用来源</translation>
    </message>
    <message>
        <source>What a call of each feature brings in, so that the report tells the margin</source>
        <translation>各功能每次调用带来的收入，使报表能给出毛利</translation>
    </message>
</context>
<context>
    <name>ReportList</name>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
</context>
<context>
    <name>ReportTableCard</name>
    <message>
        <source>Rows of the report</source>
        <translation>报表行</translation>
    </message>
</context>
<context>
    <name>ReportTableTitle</name>
    <message>
        <source>%1, sorted, largest first</source>
        <translation>%1，已排序，从大到小</translation>
    </message>
    <message>
        <source>%1, sorted, smallest first</source>
        <translation>%1，已排序，从小到大</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>%1, likely between %2 and %3</source>
        <translation>%1，可能在 %2 与 %3 之间</translation>
    </message>
    <message>
        <source>Cost by tenant and feature</source>
        <translation>按租户和功能的费用</translation>
    </message>
    <message>
        <source>Which tenant or feature burns the most per request?</source>
        <translation>哪个租户或功能单次请求花费最多？</translation>
    </message>
    <message>
        <source>Experiments: cost and outcome</source>
        <translation>实验：费用与结果</translation>
    </message>
    <message>
        <source>Which experiment costs more without a better outcome?</source>
        <translation>哪个实验花费更多却没有更好的结果？</translation>
    </message>
    <message>
        <source>Slow routes and fallbacks</source>
        <translation>缓慢的路由与备用</translation>
    </message>
    <message>
        <source>Budget pressure</source>
        <translation>预算压力</translation>
    </message>
    <message>
        <source>Which budget namespaces are downgraded or refused?</source>
        <translation>哪些预算命名空间被降级或拒绝？</translation>
    </message>
    <message>
        <source>Expensive routes</source>
        <translation>昂贵的路由</translation>
    </message>
    <message>
        <source>Which routes cost more per request than the threshold?</source>
        <translation>哪些路由的单次请求费用超过阈值？</translation>
    </message>
    <message>
        <source>Cost over time</source>
        <translation>费用随时间变化</translation>
    </message>
    <message>
        <source>What was spent on what, per hour, day, week or month?</source>
        <translation>每小时、天、周或月在什么上花了多少？</translation>
    </message>
    <message>
        <source>Totals and projection</source>
        <translation>总计与推算</translation>
    </message>
    <message>
        <source>What does a day cost, and what will the month?</source>
        <translation>一天花费多少，整月会是多少？</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>What will the days left of this month cost?</source>
        <translation>本月剩余天数会花费多少？</translation>
    </message>
    <message>
        <source>Spikes</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>Which hours or days cost far more than usual?</source>
        <translation>哪些小时或日子的花费远超平常？</translation>
    </message>
    <message>
        <source>Models without a price</source>
        <translation>没有价格的模型</translation>
    </message>
    <message>
        <source>Which models were refused for want of a price?</source>
        <translation>哪些模型因没有价格而被拒绝？</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>备用</translation>
    </message>
    <message>
        <source>Total cost</source>
        <translation>总费用</translation>
    </message>
    <message>
        <source>Per call</source>
        <translation>每次调用</translation>
    </message>
    <message>
        <source>Dearest call</source>
        <translation>最贵调用</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用次数</translation>
    </message>
    <message>
        <source>Tokens in, mean</source>
        <translation>平均输入 Token</translation>
    </message>
    <message>
        <source>Tokens out, mean</source>
        <translation>平均输出 Token</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>Downgraded</source>
        <translation>降级</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95% 不超过</translation>
    </message>
    <message>
        <source>Mean time</source>
        <translation>平均耗时</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>输入 Token</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>输出 Token</translation>
    </message>
    <message>
        <source>A day, mean</source>
        <translation>日均</translation>
    </message>
    <message>
        <source>Month so far</source>
        <translation>本月至今</translation>
    </message>
    <message>
        <source>Whole month</source>
        <translation>整月</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Days tested</source>
        <translation>回测天数</translation>
    </message>
    <message>
        <source>Error, mean</source>
        <translation>平均误差</translation>
    </message>
    <message>
        <source>Error of “as yesterday”</source>
        <translation>“同昨天”的误差</translation>
    </message>
    <message>
        <source>Within the band</source>
        <translation>区间内</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>通常</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>Last refused</source>
        <translation>最近拒绝</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Which fallbacks or routes hide latency? Of the newest 50,000 calls.</source>
        <translation>哪些备用或路由掩盖了延迟？基于最新的 50,000 次调用。</translation>
    </message>
    <message>
        <source>Charges (FOCUS)</source>
        <translation>费用 (FOCUS)</translation>
    </message>
    <message>
        <source>Every tenant&apos;s charges a day, for FinOps tools.</source>
        <translation>每个租户每天的费用，供 FinOps 工具使用。</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>How many calls and tokens, how fast, and what they cost?</source>
        <translation>有多少调用和 Token，速度如何，费用多少？</translation>
    </message>
    <message>
        <source>Cost by tag</source>
        <translation>按标签的费用</translation>
    </message>
    <message>
        <source>What was spent under each tag, or each value of one?</source>
        <translation>每个标签或某个标签的每个值花费多少？</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Calls, tokens, cost and last call of each provider.</source>
        <translation>每个提供商的调用次数、Token、费用和最近调用。</translation>
    </message>
    <message>
        <source>Savings</source>
        <translation>节省</translation>
    </message>
    <message>
        <source>What did caches and cheaper routes save, at today&apos;s prices?</source>
        <translation>按今天的价格，缓存和更便宜的路由节省了多少？</translation>
    </message>
    <message>
        <source>Models compared</source>
        <translation>模型比较</translation>
    </message>
    <message>
        <source>What would the same tokens have cost at each other model?</source>
        <translation>同样的 Token 用其他各模型本应花费多少？</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>毛利</translation>
    </message>
    <message>
        <source>Margin of revenue</source>
        <translation>毛利率</translation>
    </message>
</context>
<context>
    <name>ReportsModel</name>
    <message>
        <source>Above, $ per call</source>
        <translation>高于，$/次</translation>
    </message>
    <message>
        <source>Revenue, $ per call</source>
        <translation>收入，$/次</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>By</source>
        <translation>按</translation>
    </message>
    <message>
        <source>Per</source>
        <translation>每</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>day</source>
        <translation>天</translation>
    </message>
    <message>
        <source>week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Write an amount in dollars, for example %1.</source>
        <translation>请输入美元金额，例如 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>The first %1 of %2, as of %3</source>
        <translation>前 %1 行，共 %2，截至 %3</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation>%1，截至 %2</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>The ledger</source>
        <translation>账本</translation>
    </message>
    <message>
        <source>A log…</source>
        <translation>日志…</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>最近一小时</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Save CSV</source>
        <translation>保存 CSV</translation>
    </message>
    <message>
        <source>Save the rows for a spreadsheet</source>
        <translation>将各行保存为电子表格可用的文件</translation>
    </message>
    <message>
        <source>Save JSON</source>
        <translation>保存 JSON</translation>
    </message>
    <message>
        <source>Save the rows for a program</source>
        <translation>将各行保存为程序可用的文件</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Adding up…</source>
        <translation>正在汇总…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>No call matches these filters.</source>
        <translation>没有符合筛选条件的调用。</translation>
    </message>
    <message>
        <source>Nothing to report in this time.</source>
        <translation>该时间段没有可报告的内容。</translation>
    </message>
    <message>
        <source>Hide invoice</source>
        <translation>隐藏账单</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>A tenant&apos;s month, to send and to close</source>
        <translation>一个租户的月账单，可发送和关账</translation>
    </message>
    <message>
        <source>Try a policy…</source>
        <translation>试用策略…</translation>
    </message>
    <message>
        <source>What a policy in a file would have refused, or moved to a cheaper model</source>
        <translation>文件中的策略本会拒绝或改用更便宜模型的调用</translation>
    </message>
</context>
<context>
    <name>RequestFilterChip</name>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>by its id…</source>
        <translation>按 ID…</translation>
    </message>
    <message>
        <source>This is no request id. It stands in each answer&apos;s header x-request-id: req- and 32 hex digits.</source>
        <translation>这不是请求 ID。请求 ID 位于每个响应的 x-request-id 标头中：req- 加 32 位十六进制数字。</translation>
    </message>
</context>
<context>
    <name>RequestStory</name>
    <message>
        <source>Story of the request</source>
        <translation>请求详情</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Open the budget</source>
        <translation>打开预算</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Select a request to read its whole story</source>
        <translation>选择一个请求以查看完整过程</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Calls go on into the present ledger until Capstan starts again; then the backup takes its place.</source>
        <translation>在 Capstan 重新启动之前，调用仍记入现有账本；之后由备份取代。</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>还原备份</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Proving every entry of the backup…</source>
        <translation>正在验证备份中的每条记录…</translation>
    </message>
    <message>
        <source>Restore at the next start</source>
        <translation>下次启动时还原</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>It is being read</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>No file was chosen</source>
        <translation>未选择文件</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不更改</translation>
    </message>
</context>
<context>
    <name>RestoreTable</name>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>In the backup</source>
        <translation>备份中</translation>
    </message>
</context>
<context>
    <name>RevenueDialog</name>
    <message>
        <source>Revenue per call</source>
        <translation>每次调用的收入</translation>
    </message>
    <message>
        <source>What a call brings in, in dollars. The report adds what is left of it, the margin; nothing of it is kept.</source>
        <translation>一次调用带来的收入，以美元计。报表会加上余下的部分，即毛利；这些内容不会保存。</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>a feature</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>Revenue of a call of %1, in dollars</source>
        <translation>%1 每次调用的收入，以美元计</translation>
    </message>
    <message>
        <source>$ per call</source>
        <translation>$/次</translation>
    </message>
    <message>
        <source>Take this feature away</source>
        <translation>移除此功能</translation>
    </message>
    <message>
        <source>Choose a feature</source>
        <translation>选择功能</translation>
    </message>
    <message>
        <source>Name one</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Every call</source>
        <translation>每次调用</translation>
    </message>
    <message>
        <source>Every other call</source>
        <translation>其他每次调用</translation>
    </message>
    <message>
        <source>Revenue of a call of any other feature, in dollars</source>
        <translation>其他任何功能每次调用的收入，以美元计</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>RunningList</name>
    <message>
        <source>Calls in flight</source>
        <translation>进行中的调用</translation>
    </message>
    <message>
        <source>No call is running</source>
        <translation>没有进行中的调用</translation>
    </message>
</context>
<context>
    <name>RunningListModel</name>
    <message>
        <source>complete</source>
        <comment>a call</comment>
        <translation>完成</translation>
    </message>
    <message>
        <source>cut</source>
        <comment>a call</comment>
        <translation>已切断</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>a call</comment>
        <translation>已停止</translation>
    </message>
    <message>
        <source>left</source>
        <comment>a call</comment>
        <translation>客户端断开</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>a call</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>recovered</source>
        <comment>a call</comment>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>ended</source>
        <comment>a call</comment>
        <translation>已结束</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>cost so far %1, at most %2</source>
        <translation>目前费用 %1，最多 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>No call is running. New calls are refused until you resume.</source>
        <translation>没有进行中的调用。恢复之前，新调用会被拒绝。</translation>
    </message>
    <message numerus="yes">
        <source>New calls are refused until you resume. Let %Ln running call(s) finish, or cut it/them now?</source>
        <translation>
            <numerusform>恢复之前，新调用会被拒绝。让 %Ln 个进行中的调用完成，还是立即切断？</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>stopped at $0.0023</comment>
        <translation>%1，费用 %2</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1 (%2), %3</source>
        <translation>%1 (%2), %3</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 at %2 (%3)</source>
        <translation>%2 上的 %1（%3）</translation>
    </message>
    <message>
        <source>next</source>
        <translation>备选</translation>
    </message>
    <message>
        <source>There is no alert %1.</source>
        <translation>没有警报 %1。</translation>
    </message>
    <message>
        <source>GET /api/admin/alerts lists them.</source>
        <translation>GET /api/admin/alerts 会列出它们。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何更改。</translation>
    </message>
    <message>
        <source>That time is past.</source>
        <translation>该时间已过。</translation>
    </message>
    <message>
        <source>Give a time to come.</source>
        <translation>请给出将来的时间。</translation>
    </message>
    <message>
        <source>Capstan does not run.</source>
        <translation>Capstan 未运行。</translation>
    </message>
    <message>
        <source>Start it, or use `capstan check-config --connect`.</source>
        <translation>请启动它，或使用 `capstan check-config --connect`。</translation>
    </message>
    <message>
        <source>%1 is no percentage up to %2.</source>
        <translation>%1 不是不超过 %2 的百分比。</translation>
    </message>
    <message>
        <source>Write marks as 50,80,95.</source>
        <translation>请按 50,80,95 的形式填写阈值。</translation>
    </message>
    <message>
        <source>There are %1 marks.</source>
        <translation>共有 %1 个阈值。</translation>
    </message>
    <message>
        <source>Give at most ten.</source>
        <translation>最多十个。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; %2.</source>
        <translation>“%1”%2。</translation>
    </message>
    <message>
        <source>Write US dollars as a decimal number with at most nine decimals, for example 0.15.</source>
        <translation>请用最多九位小数的十进制数填写美元金额，例如 0.15。</translation>
    </message>
    <message>
        <source>is not a decimal number</source>
        <translation>不是十进制数</translation>
    </message>
    <message>
        <source>is finer than a billionth of a dollar</source>
        <translation>小于十亿分之一美元</translation>
    </message>
    <message>
        <source>is beyond 9.2 billion dollars</source>
        <translation>超过 92 亿美元</translation>
    </message>
    <message>
        <source>The mark-up is no percentage from -100 to 1000 with up to four decimals.</source>
        <translation>加价不是 -100 到 1000 之间、最多四位小数的百分比。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in the zone &quot;%2&quot; is no period of days.</source>
        <translation>时区“%2”中的“%1”不是按天计的期间。</translation>
    </message>
    <message>
        <source>Write 2026-10 for a month, 2026-10-05 for a day, or 2026-10-01..2026-10-15; and a zone such as Europe/Berlin.</source>
        <translation>月份写 2026-10，日期写 2026-10-05，或写 2026-10-01..2026-10-15；时区如 Europe/Berlin。</translation>
    </message>
    <message>
        <source>An invoice in the ledger cannot be read: %1</source>
        <translation>无法读取账本中的一张账单：%1</translation>
    </message>
    <message>
        <source>Run capstan verify, and restore a backup.</source>
        <translation>请运行 capstan verify，并恢复备份。</translation>
    </message>
    <message>
        <source>The period %1 to %2 of %3 is closed, and overlaps.</source>
        <translation>%3 的 %1 至 %2 期间已结账，且有重叠。</translation>
    </message>
    <message>
        <source>The period %1 to %2 of %3 is closed already.</source>
        <translation>%3 的 %1 至 %2 期间已经结账。</translation>
    </message>
    <message>
        <source>The period %1 to %2 of %3 is not over yet.</source>
        <translation>%3 的 %1 至 %2 期间尚未结束。</translation>
    </message>
    <message>
        <source>What was billed stays; corrections stand on the next invoice.</source>
        <translation>已开账单保持不变；更正列入下一张账单。</translation>
    </message>
    <message>
        <source>Another invoice was closed at the same moment.</source>
        <translation>另一张账单在同一时刻结账。</translation>
    </message>
    <message>
        <source>Nothing was changed; close it again.</source>
        <translation>未作更改；请重新结账。</translation>
    </message>
    <message>
        <source>The budget %1 is not valid: %2.</source>
        <translation>预算 %1 无效：%2。</translation>
    </message>
    <message>
        <source>Correct these fields; nothing was changed.</source>
        <translation>请更正这些字段；未作任何更改。</translation>
    </message>
    <message>
        <source>hard_mark_ppm must be above 0 and at most 1000000</source>
        <translation>hard_mark_ppm 必须大于 0 且不超过 1000000</translation>
    </message>
    <message>
        <source>soft_marks_ppm must rise, each above 0 and at most hard_mark_ppm</source>
        <translation>soft_marks_ppm 必须递增，每个大于 0 且不超过 hard_mark_ppm</translation>
    </message>
    <message>
        <source>at_soft.downgrades needs model names in from and to</source>
        <translation>at_soft.downgrades 的 from 和 to 需要模型名称</translation>
    </message>
    <message>
        <source>at_soft.downgrades leads from %1 to itself</source>
        <translation>at_soft.downgrades 从 %1 指向自身</translation>
    </message>
    <message>
        <source>at_soft.disable_tools holds an empty name</source>
        <translation>at_soft.disable_tools 含有空名称</translation>
    </message>
    <message>
        <source>queue_for_s must be 1 to 300 where at_hard is queue</source>
        <translation>等待时 queue_for_s 必须为 1 到 300</translation>
    </message>
    <message>
        <source>at_hard is downgrade, but at_soft.downgrades names no model</source>
        <translation>需要降级，但 at_soft.downgrades 没有指定模型</translation>
    </message>
    <message>
        <source>the raise must be above 0, and the raised limit an amount that can be counted</source>
        <translation>提额必须大于 0，且提高后的上限必须是可计数的金额</translation>
    </message>
    <message>
        <source>id must be 1 to 64 printable ASCII characters without a space</source>
        <translation>id 必须是 1 到 64 个不含空格的可打印 ASCII 字符</translation>
    </message>
    <message>
        <source>name must have at most 200 characters</source>
        <translation>名称最多 200 个字符</translation>
    </message>
    <message>
        <source>yields_to_exact needs a selector with a wildcard</source>
        <translation>yields_to_exact 需要带通配符的选择器</translation>
    </message>
    <message>
        <source>the limit must be above 0</source>
        <translation>上限必须大于 0</translation>
    </message>
    <message>
        <source>the limit times hard_mark_ppm is 0: no call could ever pass</source>
        <translation>上限乘以 hard_mark_ppm 为 0：任何调用都无法通过</translation>
    </message>
    <message>
        <source>window: %1</source>
        <translation>时间窗：%1</translation>
    </message>
    <message>
        <source>There is no budget %1.</source>
        <translation>没有预算 %1。</translation>
    </message>
    <message>
        <source>List the budgets to see their ids.</source>
        <translation>预算列表会显示其标识。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no counter of the budget %2 (&quot;%3&quot;).</source>
        <translation>“%1”不是预算 %2（“%3”）的计数器。</translation>
    </message>
    <message>
        <source>Give a label such as tenant:research, or none for all of them.</source>
        <translation>请给出如 tenant:research 的标签，留空表示全部。</translation>
    </message>
    <message>
        <source>An opening of the budget %1 has not one value for each wildcard.</source>
        <translation>预算 %1 的期初值没有与每个通配符对应。</translation>
    </message>
    <message>
        <source>Take the openings from the ledger for this very budget.</source>
        <translation>请从账本取此预算的期初值。</translation>
    </message>
    <message>
        <source>The budget %1 cannot be read: %2.</source>
        <translation>无法读取预算 %1：%2。</translation>
    </message>
    <message>
        <source>Correct these keys; nothing was changed.</source>
        <translation>请更正这些键；未作任何更改。</translation>
    </message>
    <message>
        <source>The scope has no key.</source>
        <translation>该范围没有键。</translation>
    </message>
    <message>
        <source>Name whose it is, for example user and ann.</source>
        <translation>请说明属于谁，例如 user 与 ann。</translation>
    </message>
    <message>
        <source>There is no scope of the type &quot;%1&quot;.</source>
        <translation>没有类型为“%1”的范围。</translation>
    </message>
    <message>
        <source>Give task, user, session, org, tenant, agent, feature or team.</source>
        <translation>请给出 task、user、session、org、tenant、agent、feature 或 team。</translation>
    </message>
    <message>
        <source>The selector part %1 has no value.</source>
        <translation>选择器部分 %1 没有值。</translation>
    </message>
    <message>
        <source>The selector part %1 has a broken %-escape.</source>
        <translation>选择器部分 %1 的百分号转义有误。</translation>
    </message>
    <message>
        <source>The selector part %1 is not tag:&lt;name&gt;:&lt;value&gt;.</source>
        <translation>选择器部分 %1 不是 tag:&lt;name&gt;:&lt;value&gt;。</translation>
    </message>
    <message>
        <source>The selector part %1 is not dimension:value.</source>
        <translation>选择器部分 %1 不是 维度:值。</translation>
    </message>
    <message>
        <source>The selector part %1 names an unknown dimension.</source>
        <translation>选择器部分 %1 使用了未知维度。</translation>
    </message>
    <message>
        <source>The selector names %1 twice.</source>
        <translation>选择器两次使用 %1。</translation>
    </message>
    <message>
        <source>The scope %1 names an unknown dimension.</source>
        <translation>范围 %1 使用了未知维度。</translation>
    </message>
    <message>
        <source>The scope %1 has no value.</source>
        <translation>范围 %1 没有值。</translation>
    </message>
    <message>
        <source>Write lifetime, rolling:24h, rolling:90m, hour, day, week, week:sunday or month, where needed with a zone as in day@Europe/Berlin.</source>
        <translation>可写 lifetime、rolling:24h、rolling:90m、hour、day、week、week:sunday 或 month，必要时带时区，如 day@Europe/Berlin。</translation>
    </message>
    <message>
        <source>The window %1 is not known.</source>
        <translation>未知的时间窗 %1。</translation>
    </message>
    <message>
        <source>The window %1 has no readable length or first day.</source>
        <translation>时间窗 %1 的长度或首日无法识别。</translation>
    </message>
    <message>
        <source>The window %1 cannot have that zone.</source>
        <translation>时间窗 %1 不能使用该时区。</translation>
    </message>
    <message>
        <source>A rolling window is 1 minute to 366 days long, not %1.</source>
        <translation>滚动时间窗为 1 分钟到 366 天，而不是 %1。</translation>
    </message>
    <message>
        <source>A week starts on one of seven days.</source>
        <translation>一周从七天之一开始。</translation>
    </message>
    <message>
        <source>The time zone %1 is not known to this machine.</source>
        <translation>此计算机不认识时区 %1。</translation>
    </message>
    <message>
        <source>%1 is no time with a zone.</source>
        <translation>%1 不是带时区的时间。</translation>
    </message>
    <message>
        <source>Write it like 2026-12-31T23:59:59Z, or null for none.</source>
        <translation>请写成 2026-12-31T23:59:59Z，没有则写 null。</translation>
    </message>
    <message>
        <source>%1 is no text of at most %2 bytes without control characters.</source>
        <translation>%1 不是不超过 %2 字节且不含控制字符的文本。</translation>
    </message>
    <message>
        <source>Give a short name.</source>
        <translation>请给出简短的名称。</translation>
    </message>
    <message>
        <source>models is no list of at most %1 names.</source>
        <translation>models 不是最多 %1 个名称的列表。</translation>
    </message>
    <message>
        <source>Give names, in which * stands for any text: [&quot;llama-*&quot;]; an empty list allows all.</source>
        <translation>请给出名称，其中 * 代表任意文本：[&quot;llama-*&quot;]；空列表表示全部允许。</translation>
    </message>
    <message>
        <source>The member %1 is unknown.</source>
        <translation>未知的成员 %1。</translation>
    </message>
    <message>
        <source>Give name, tenant, agent, models, limits and expires_at.</source>
        <translation>请给出 name、tenant、agent、models、limits 和 expires_at。</translation>
    </message>
    <message>
        <source>limits is no object.</source>
        <translation>limits 不是对象。</translation>
    </message>
    <message>
        <source>Write {&quot;requests_per_minute&quot;:60}.</source>
        <translation>请写 {&quot;requests_per_minute&quot;:60}。</translation>
    </message>
    <message>
        <source>tenant is empty.</source>
        <translation>租户为空。</translation>
    </message>
    <message>
        <source>Say who pays for the calls of this key.</source>
        <translation>请说明由谁为此密钥的调用付费。</translation>
    </message>
    <message>
        <source>Give any of requests_per_minute, requests_per_hour, tokens_per_minute, tokens_per_hour and parallel, each a whole number of at least 1.</source>
        <translation>请给出 requests_per_minute、requests_per_hour、tokens_per_minute、tokens_per_hour 或 parallel，均为不小于 1 的整数。</translation>
    </message>
    <message>
        <source>The limit %1 is unknown.</source>
        <translation>未知的限制 %1。</translation>
    </message>
    <message>
        <source>The limit %1 is out of range.</source>
        <translation>限制 %1 超出范围。</translation>
    </message>
    <message>
        <source>There is no key %1.</source>
        <translation>没有密钥 %1。</translation>
    </message>
    <message>
        <source>List the keys to see their ids.</source>
        <translation>密钥列表会显示其标识。</translation>
    </message>
    <message>
        <source>The key is revoked.</source>
        <translation>此密钥已吊销。</translation>
    </message>
    <message>
        <source>A key keeps its tenant.</source>
        <translation>密钥不能更换租户。</translation>
    </message>
    <message>
        <source>Make another key.</source>
        <translation>请另建一个密钥。</translation>
    </message>
    <message>
        <source>Capstan is stopping, so nothing was changed.</source>
        <translation>Capstan 正在停止，未作任何更改。</translation>
    </message>
    <message>
        <source>Capstan is stopping, so the ledger was not asked.</source>
        <translation>Capstan 正在停止，未查询账本。</translation>
    </message>
    <message>
        <source>Try again when it has started.</source>
        <translation>请在其启动后重试。</translation>
    </message>
    <message>
        <source>There is no recovered call %1, attempt %2.</source>
        <translation>没有已恢复的调用 %1（第 %2 次尝试）。</translation>
    </message>
    <message>
        <source>Only calls that were open at a crash, and whose detail is still kept, can be corrected; GET /api/admin/recovered lists them.</source>
        <translation>只能更正崩溃时未结束且明细仍保留的调用；GET /api/admin/recovered 会列出它们。</translation>
    </message>
    <message>
        <source>The price of &quot;%1&quot;, key &quot;%2&quot;, %3.</source>
        <translation>“%1”的价格，键“%2”，%3。</translation>
    </message>
    <message>
        <source>Prices are US dollars per million tokens, for example 0.15; zero is a price too.</source>
        <translation>价格单位为每百万 token 的美元数，例如 0.15；零也是价格。</translation>
    </message>
    <message>
        <source>is below zero</source>
        <translation>小于零</translation>
    </message>
    <message>
        <source>does not ascend from above zero</source>
        <translation>没有从大于零递增</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>is below zero or above $1000</source>
        <translation>小于零或大于 1000 美元</translation>
    </message>
    <message>
        <source>A call was reported with a negative number of tokens or priced below zero.</source>
        <translation>有调用报告了负的 token 数或低于零的价格。</translation>
    </message>
    <message>
        <source>Charge its upper bound instead, and look at what the upstream reports as usage.</source>
        <translation>请改按其上限计费，并查看上游报告的用量。</translation>
    </message>
    <message>
        <source>%1: byte %2: %3.</source>
        <translation>%1：第 %2 字节：%3。</translation>
    </message>
    <message>
        <source>byte %1: %2</source>
        <translation>第 %1 字节：%2</translation>
    </message>
    <message>
        <source>Correct the JSON there.</source>
        <translation>请更正该处的 JSON。</translation>
    </message>
    <message>
        <source>is not &quot;%1&quot;</source>
        <translation>不是“%1”</translation>
    </message>
    <message>
        <source>Convert the prices to it.</source>
        <translation>请换算价格。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; has two prices from the same moment.</source>
        <translation>%1：“%2”在同一时刻有两个价格。</translation>
    </message>
    <message>
        <source>Remove one, or date them with &quot;effective_from&quot;.</source>
        <translation>请删除一个，或用“effective_from”注明日期。</translation>
    </message>
    <message>
        <source>%1, entry %2 (%3)</source>
        <translation>%1，条目 %2（%3）</translation>
    </message>
    <message>
        <source>%1, tier %2</source>
        <translation>%1，档位 %2</translation>
    </message>
    <message>
        <source>The price list is not in this program.</source>
        <translation>此程序中没有价格表。</translation>
    </message>
    <message>
        <source>Install Capstan again.</source>
        <translation>请重新安装 Capstan。</translation>
    </message>
    <message>
        <source>%1 is no JSON object.</source>
        <translation>%1 不是 JSON 对象。</translation>
    </message>
    <message>
        <source>%1 is no JSON object: %2.</source>
        <translation>%1 不是 JSON 对象：%2。</translation>
    </message>
    <message>
        <source>The price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>The stored setting %1</source>
        <translation>已保存的设置 %1</translation>
    </message>
    <message>
        <source>%1: key &quot;%2&quot; %3.</source>
        <translation>%1：键“%2”%3。</translation>
    </message>
    <message>
        <source>is unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Remove it, or correct its spelling.</source>
        <translation>请删除或更正拼写。</translation>
    </message>
    <message>
        <source>is missing or not a text</source>
        <translation>缺失或不是文本</translation>
    </message>
    <message>
        <source>Write it between quotes.</source>
        <translation>请写在引号中。</translation>
    </message>
    <message>
        <source>is missing or not a list with something in it</source>
        <translation>缺失或不是非空列表</translation>
    </message>
    <message>
        <source>Write it in [ ].</source>
        <translation>请写在 [ ] 中。</translation>
    </message>
    <message>
        <source>is missing or not a whole number</source>
        <translation>缺失或不是整数</translation>
    </message>
    <message>
        <source>Give a number of tokens.</source>
        <translation>请给出 token 数。</translation>
    </message>
    <message>
        <source>is not a date</source>
        <translation>不是日期</translation>
    </message>
    <message>
        <source>Write it as 2026-07-24.</source>
        <translation>请写成 2026-07-24。</translation>
    </message>
    <message>
        <source>Give US dollars per million tokens; 0 if it is free.</source>
        <translation>请给出每百万 token 的美元数；免费则为 0。</translation>
    </message>
    <message>
        <source>is wrong: %1</source>
        <translation>有误：%1</translation>
    </message>
    <message>
        <source>Give a file in the format of LiteLLM&apos;s model_prices_and_context_window.json.</source>
        <translation>请提供 LiteLLM 的 model_prices_and_context_window.json 格式的文件。</translation>
    </message>
    <message>
        <source>it is not an object of models</source>
        <translation>不是由模型组成的对象</translation>
    </message>
    <message>
        <source>no model in it has a price per token</source>
        <translation>其中没有模型有每 token 价格</translation>
    </message>
    <message>
        <source>%1 cannot be read as a price list.</source>
        <translation>%1 无法作为价格表读取。</translation>
    </message>
    <message>
        <source>Give the path of a file in LiteLLM&apos;s format.</source>
        <translation>请给出 LiteLLM 格式文件的路径。</translation>
    </message>
    <message>
        <source>That range has more than %1 periods.</source>
        <translation>该范围超过 %1 个周期。</translation>
    </message>
    <message>
        <source>Give a shorter range, or a longer period (per=day).</source>
        <translation>请缩短范围，或使用更长的周期（per=day）。</translation>
    </message>
    <message>
        <source>There is no report &quot;%1&quot;.</source>
        <translation>没有报告“%1”。</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>可选：%1。</translation>
    </message>
    <message>
        <source>The query parameter %1 %2.</source>
        <translation>参数 %1 %2。</translation>
    </message>
    <message>
        <source>is no date, time or duration</source>
        <translation>不是日期、时间或时长</translation>
    </message>
    <message>
        <source>is no amount in dollars</source>
        <translation>不是美元金额</translation>
    </message>
    <message>
        <source>is not a number from 0 to %1</source>
        <translation>不是 0 到 %1 的数</translation>
    </message>
    <message>
        <source>Write limit=100.</source>
        <translation>请写 limit=100。</translation>
    </message>
    <message>
        <source>has no dimension &quot;%1&quot;</source>
        <translation>没有维度“%1”</translation>
    </message>
    <message>
        <source>Write by=tenant or by=tenant,model.</source>
        <translation>请写 by=tenant 或 by=tenant,model。</translation>
    </message>
    <message>
        <source>is no period</source>
        <translation>不是周期</translation>
    </message>
    <message>
        <source>Write per=minute, hour, day, week or month.</source>
        <translation>请写 per=minute、hour、day、week 或 month。</translation>
    </message>
    <message>
        <source>is unknown here</source>
        <translation>在此未知</translation>
    </message>
    <message>
        <source>is given twice</source>
        <translation>给出了两次</translation>
    </message>
    <message>
        <source>Give it once.</source>
        <translation>请只给一次。</translation>
    </message>
    <message>
        <source>is no IANA time zone</source>
        <translation>不是 IANA 时区</translation>
    </message>
    <message>
        <source>Write zone=Europe/Berlin.</source>
        <translation>请写 zone=Europe/Berlin。</translation>
    </message>
    <message>
        <source>is not before to</source>
        <translation>不早于 to</translation>
    </message>
    <message>
        <source>Give a range with something in it.</source>
        <translation>请给出非空的范围。</translation>
    </message>
    <message>
        <source>There are from, to, zone, by, per, threshold, revenue, tag, limit, offset, and the dimensions: tenant, agent, model, …</source>
        <translation>可用 from、to、zone、by、per、threshold、revenue、tag、limit、offset 及各维度：tenant、agent、model、…</translation>
    </message>
    <message>
        <source>%1 steps cannot be shown.</source>
        <translation>无法显示 %1 步。</translation>
    </message>
    <message>
        <source>Ask for 1 to 1,000 steps.</source>
        <translation>请选择 1 到 1,000 步。</translation>
    </message>
    <message>
        <source>The simulation was stopped.</source>
        <translation>模拟已停止。</translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation>请重新开始。</translation>
    </message>
    <message>
        <source>At least %1 prompt and %2 generated tokens reached %3 without passing Capstan.</source>
        <translation>至少有 %1 个提示 token 和 %2 个生成 token 绕过 Capstan 到达 %3。</translation>
    </message>
    <message>
        <source>Find who calls it directly, and let only this machine reach its port.</source>
        <translation>请找出谁在直接调用，并只允许本机访问其端口。</translation>
    </message>
    <message>
        <source>Capstan counted %1 prompt and %2 generated tokens that %3 did not: calls whose count was lost are charged what they may have used.</source>
        <translation>Capstan 计了 %1 个提示 token 和 %2 个生成 token，而 %3 没有：计数丢失的调用按可能用量计费。</translation>
    </message>
    <message>
        <source>%1 has %2 %3, %4 has %5: a difference of %6.</source>
        <translation>%1 有 %2 %3，%4 有 %5：相差 %6。</translation>
    </message>
    <message>
        <source>%1 accounts for %2 nano-dollars in %3 calls, %4 has %5 in %6: a difference of %7.</source>
        <translation>%1 计有 %3 次调用共 %2 纳美元，%4 有 %6 次共 %5：相差 %7。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no code of another currency.</source>
        <translation>“%1”不是其他货币的代码。</translation>
    </message>
    <message>
        <source>Write three letters as EUR, GBP or JPY; US dollars need no rate.</source>
        <translation>请写三个字母，如 EUR、GBP 或 JPY；美元无需汇率。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no rate.</source>
        <translation>“%1”不是汇率。</translation>
    </message>
    <message>
        <source>Write how many units one US dollar is worth, above 0 and at most a million, with at most nine decimals: 0.92.</source>
        <translation>请写一美元值多少单位，大于 0 且不超过一百万，最多九位小数：0.92。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date.</source>
        <translation>“%1”不是日期。</translation>
    </message>
    <message>
        <source>Write it as 2026-11-02, or leave it out.</source>
        <translation>请写成 2026-11-02，或省略。</translation>
    </message>
    <message>
        <source>The budget for %1 is %2: %3 spent, %4 held by running calls, and this call may need up to %5.</source>
        <translation>%1 的预算为 %2：已花费 %3，进行中的调用预留 %4，而此调用最多可能需要 %5。</translation>
    </message>
    <message>
        <source>Room comes back as running calls end.</source>
        <translation>进行中的调用结束后会腾出额度。</translation>
    </message>
    <message>
        <source>A max_tokens of at most %1 would pass.</source>
        <translation>max_tokens 不超过 %1 即可通过。</translation>
    </message>
    <message>
        <source>It frees at %1.</source>
        <translation>将于 %1 释放。</translation>
    </message>
    <message>
        <source>The owner can raise it in Capstan.</source>
        <translation>所有者可在 Capstan 中提高它。</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>All calls are paused by the owner of this Capstan.</source>
        <translation>此 Capstan 的所有者已暂停所有调用。</translation>
    </message>
    <message>
        <source>Tenant %1 is paused by the owner of this Capstan.</source>
        <translation>此 Capstan 的所有者已暂停租户 %1。</translation>
    </message>
    <message>
        <source>Ask them to resume it.</source>
        <translation>请联系所有者恢复。</translation>
    </message>
    <message>
        <source>Model %1 has no price, and a budget in dollars applies to this call.</source>
        <translation>模型 %1 没有价格，而此调用受美元预算约束。</translation>
    </message>
    <message>
        <source>The owner can set its price in Capstan.</source>
        <translation>所有者可在 Capstan 中设置其价格。</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; does not exist.</source>
        <translation>模型“%1”不存在。</translation>
    </message>
    <message>
        <source>The upstream serves no model.</source>
        <translation>上游没有提供任何模型。</translation>
    </message>
    <message>
        <source>Served are: %1.</source>
        <translation>提供的模型有：%1。</translation>
    </message>
    <message>
        <source>The provider %1, to which this model goes, does not serve %2.</source>
        <translation>此模型所用的提供方 %1 不支持 %2。</translation>
    </message>
    <message>
        <source>Use /v1/chat/completions, which all of them do.</source>
        <translation>请使用所有提供方都支持的 /v1/chat/completions。</translation>
    </message>
    <message>
        <source>The call was ended because its budget was lowered.</source>
        <translation>因预算被调低，此调用已结束。</translation>
    </message>
    <message>
        <source>The call was stopped by the owner of this Capstan.</source>
        <translation>此 Capstan 的所有者已停止该调用。</translation>
    </message>
    <message>
        <source>The model server does not accept connections.</source>
        <translation>模型服务器不接受连接。</translation>
    </message>
    <message>
        <source>Try again when it is up.</source>
        <translation>请在其启动后重试。</translation>
    </message>
    <message>
        <source>The model server did not answer in time.</source>
        <translation>模型服务器未及时应答。</translation>
    </message>
    <message>
        <source>The model server broke its answer off.</source>
        <translation>模型服务器中断了应答。</translation>
    </message>
    <message>
        <source>The model server refused Capstan&apos;s credential.</source>
        <translation>模型服务器拒绝了 Capstan 的凭据。</translation>
    </message>
    <message>
        <source>The owner can set it in Capstan.</source>
        <translation>所有者可在 Capstan 中设置。</translation>
    </message>
    <message>
        <source>The model server failed with status %1.</source>
        <translation>模型服务器失败，状态码 %1。</translation>
    </message>
    <message>
        <source>The rate limit for %1 is %2 requests a minute: %3 used, and this call asks for %4.</source>
        <translation>%1 的速率限制为每分钟 %2 个请求：已用 %3，此调用需要 %4。</translation>
    </message>
    <message>
        <source>The rate limit for %1 is %2 requests an hour: %3 used, and this call asks for %4.</source>
        <translation>%1 的速率限制为每小时 %2 个请求：已用 %3，此调用需要 %4。</translation>
    </message>
    <message>
        <source>The rate limit for %1 is %2 tokens a minute: %3 used, and this call asks for %4.</source>
        <translation>%1 的速率限制为每分钟 %2 个 token：已用 %3，此调用需要 %4。</translation>
    </message>
    <message>
        <source>The rate limit for %1 is %2 tokens an hour: %3 used, and this call asks for %4.</source>
        <translation>%1 的速率限制为每小时 %2 个 token：已用 %3，此调用需要 %4。</translation>
    </message>
    <message>
        <source>The rate limit for %1 is %2 parallel requests: %3 used, and this call asks for %4.</source>
        <translation>%1 的并发请求上限为 %2：已用 %3，此调用需要 %4。</translation>
    </message>
    <message>
        <source>It will never pass; lower max_tokens or shorten the prompt.</source>
        <translation>它永远无法通过；请降低 max_tokens 或缩短提示词。</translation>
    </message>
    <message>
        <source>Try again in %1 s.</source>
        <translation>请在 %1 秒后重试。</translation>
    </message>
    <message>
        <source>The rule %1 of the policy does not allow this call: %2.</source>
        <translation>策略规则 %1 不允许此调用：%2。</translation>
    </message>
    <message>
        <source>Ask the owner of this Capstan.</source>
        <translation>请联系此 Capstan 的所有者。</translation>
    </message>
    <message>
        <source>model_not_allowed</source>
        <translation>不允许的模型</translation>
    </message>
    <message>
        <source>outside_time_window</source>
        <translation>不在允许的时段内</translation>
    </message>
    <message>
        <source>tag_not_allowed</source>
        <translation>不允许的标签</translation>
    </message>
    <message>
        <source>cost_anomaly_detected: current=%1 exceeds baseline=%2 * %3</source>
        <translation>成本异常：当前 %1，超过平时 %2 的 %3 倍</translation>
    </message>
    <message>
        <source>No model may serve this request: %1.</source>
        <translation>没有模型可以处理此请求：%1。</translation>
    </message>
    <message>
        <source>No provider can serve this model now: %1.</source>
        <translation>目前没有提供方可以提供此模型：%1。</translation>
    </message>
    <message>
        <source>no target of it can serve now</source>
        <translation>其目标目前均不可用</translation>
    </message>
    <message>
        <source>failed a moment ago</source>
        <translation>刚刚失败过</translation>
    </message>
    <message>
        <source>has no price</source>
        <translation>没有价格</translation>
    </message>
    <message>
        <source>does not serve it</source>
        <translation>不提供该模型</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>dearer than what the task has left</source>
        <translation>超出该任务的剩余额度</translation>
    </message>
    <message>
        <source>slower than allowed</source>
        <translation>慢于允许值</translation>
    </message>
    <message>
        <source>not local, and the budget is nearly spent</source>
        <translation>非本地，且预算即将用尽</translation>
    </message>
    <message>
        <source>not good enough</source>
        <translation>质量不足</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选用</translation>
    </message>
    <message>
        <source>%1 is not something that Capstan answers.</source>
        <translation>Capstan 不处理 %1。</translation>
    </message>
    <message>
        <source>Allowed there: %1.</source>
        <translation>此处允许：%1。</translation>
    </message>
    <message>
        <source>Capstan is being stopped.</source>
        <translation>Capstan 正在停止。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>This key expired at %1.</source>
        <translation>此密钥已于 %1 过期。</translation>
    </message>
    <message>
        <source>This key was revoked at %1.</source>
        <translation>此密钥已于 %1 吊销。</translation>
    </message>
    <message>
        <source>Ask the owner of this Capstan for a new one.</source>
        <translation>请向此 Capstan 的所有者索取新的。</translation>
    </message>
    <message>
        <source>This Capstan asks every caller for a key: send Authorization: Bearer sk-cap-….</source>
        <translation>此 Capstan 要求每个调用方提供密钥：请发送 Authorization: Bearer sk-cap-…。</translation>
    </message>
    <message>
        <source>Its owner makes one with `capstan key create`.</source>
        <translation>所有者可用 `capstan key create` 创建。</translation>
    </message>
    <message>
        <source>This key is not known here.</source>
        <translation>此处没有这个密钥。</translation>
    </message>
    <message>
        <source>Check that all of it was copied, or ask the owner of this Capstan for a new one.</source>
        <translation>请检查是否复制完整，或向此 Capstan 的所有者索取新的。</translation>
    </message>
    <message>
        <source>This key may not use the model &quot;%1&quot;.</source>
        <translation>此密钥不能使用模型“%1”。</translation>
    </message>
    <message>
        <source>It may use: %1.</source>
        <translation>可以使用：%1。</translation>
    </message>
    <message>
        <source>Capstan cannot write its ledger, so it lets no call through.</source>
        <translation>Capstan 无法写入账本，因此不放行任何调用。</translation>
    </message>
    <message>
        <source>Check the disk it is on.</source>
        <translation>请检查账本所在的磁盘。</translation>
    </message>
    <message>
        <source>Name one, for example tenant-1 or agent:summariser.</source>
        <translation>请指定一个，例如 tenant-1 或 agent:summariser。</translation>
    </message>
    <message>
        <source>%1 is longer than %2 bytes, has control characters or is not UTF-8.</source>
        <translation>%1 超过 %2 字节、含有控制字符或不是 UTF-8。</translation>
    </message>
    <message>
        <source>Send a short name.</source>
        <translation>请发送简短的名称。</translation>
    </message>
    <message>
        <source>%1 is not a configured route.</source>
        <translation>%1 不是已配置的路由。</translation>
    </message>
    <message>
        <source>%1 is not a tier of %2.</source>
        <translation>%1 不是 %2 的档位。</translation>
    </message>
    <message>
        <source>Its tiers: %1.</source>
        <translation>其档位：%1。</translation>
    </message>
    <message>
        <source>The request body is longer than this server takes.</source>
        <translation>请求正文超过此服务器的上限。</translation>
    </message>
    <message>
        <source>There is no room for the file that is sent.</source>
        <translation>没有空间存放所发送的文件。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; %2.</source>
        <translation>字段“%1”%2。</translation>
    </message>
    <message>
        <source>Correct the field &quot;%1&quot; of the request.</source>
        <translation>请更正请求的字段“%1”。</translation>
    </message>
    <message>
        <source>Correct it, or call a provider that speaks OpenAI&apos;s dialect.</source>
        <translation>请更正，或调用使用 OpenAI 协议的提供方。</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; of this request cannot be given to the provider of this model.</source>
        <translation>此请求的字段“%1”无法传给该模型的提供方。</translation>
    </message>
    <message>
        <source>Leave &quot;%1&quot; out, or call a model whose provider speaks OpenAI&apos;s dialect.</source>
        <translation>请去掉“%1”，或调用其提供方使用 OpenAI 协议的模型。</translation>
    </message>
    <message>
        <source>The field &quot;cache_control&quot; asks for a cache entry of one hour (ttl &quot;1h&quot;), which costs more than any price that Capstan has.</source>
        <translation>字段“cache_control”要求一小时的缓存（ttl“1h”），其费用超过 Capstan 已知的任何价格。</translation>
    </message>
    <message>
        <source>Leave &quot;ttl&quot; out: the entry then lives for five minutes.</source>
        <translation>请去掉“ttl”：缓存随后保留五分钟。</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>is missing, or empty</source>
        <translation>缺失或为空</translation>
    </message>
    <message>
        <source>is not written &quot;%1&quot;</source>
        <translation>写法不是“%1”</translation>
    </message>
    <message>
        <source>is no string</source>
        <translation>不是文本</translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation>既不是 true 也不是 false</translation>
    </message>
    <message>
        <source>would change the price, which nobody has told Capstan</source>
        <translation>会改变价格，而 Capstan 不知道新价格</translation>
    </message>
    <message>
        <source>lets the provider run tools, whose use has no bound</source>
        <translation>让提供方运行用量没有上限的工具</translation>
    </message>
    <message>
        <source>has a tool that the provider runs (%1), whose use has no bound</source>
        <translation>包含由提供方运行的工具（%1），其用量没有上限</translation>
    </message>
    <message>
        <source>names a tool that the provider would run itself: what that costs has no bound.</source>
        <translation>指定了由提供方自己运行的工具：其费用没有上限。</translation>
    </message>
    <message>
        <source>Functions of your own are fine</source>
        <translation>可以使用您自己的函数</translation>
    </message>
    <message>
        <source>is not supported: the call could not be cut</source>
        <translation>不受支持：此调用无法被切断</translation>
    </message>
    <message>
        <source>is neither a text nor a list of items</source>
        <translation>既不是文本也不是条目列表</translation>
    </message>
    <message>
        <source>is no whole number from 1 to %1</source>
        <translation>不是 1 到 %1 的整数</translation>
    </message>
    <message>
        <source>is no whole number from %1 to %2</source>
        <translation>不是 %1 到 %2 的整数</translation>
    </message>
    <message>
        <source>is no list of objects with each member once</source>
        <translation>不是每个成员只出现一次的对象列表</translation>
    </message>
    <message>
        <source>is no object with each member once</source>
        <translation>不是每个成员只出现一次的对象</translation>
    </message>
    <message>
        <source>is no list of objects</source>
        <translation>不是对象列表</translation>
    </message>
    <message>
        <source>is neither a text nor a list of texts, or is there twice</source>
        <translation>既不是文本也不是文本列表，或出现了两次</translation>
    </message>
    <message>
        <source>is neither text nor token ids nor a list of one of them</source>
        <translation>既不是文本、token 编号，也不是它们的列表</translation>
    </message>
    <message>
        <source>is allowed only with &quot;stream&quot;: true</source>
        <translation>仅在 &quot;stream&quot;: true 时允许</translation>
    </message>
    <message>
        <source>cannot be streamed</source>
        <translation>无法流式传输</translation>
    </message>
    <message>
        <source>has too many entries</source>
        <translation>条目过多</translation>
    </message>
    <message>
        <source>is no data URL in base64</source>
        <translation>不是 base64 数据 URL</translation>
    </message>
    <message>
        <source>has no image</source>
        <translation>没有图像</translation>
    </message>
    <message>
        <source>is neither a text nor a list of parts</source>
        <translation>既不是文本也不是部分列表</translation>
    </message>
    <message>
        <source>has a call without a name, or whose arguments are no JSON object</source>
        <translation>包含没有名称或参数不是 JSON 对象的调用</translation>
    </message>
    <message>
        <source>has one without a name</source>
        <translation>其中有一个没有名称</translation>
    </message>
    <message>
        <source>The form %1.</source>
        <translation>表单%1。</translation>
    </message>
    <message>
        <source>Send multipart/form-data with the parts file and model, each once.</source>
        <translation>请发送 multipart/form-data，其中 file 与 model 各一次。</translation>
    </message>
    <message>
        <source>does not begin with its boundary</source>
        <translation>没有以分隔符开头</translation>
    </message>
    <message>
        <source>has a part without an end</source>
        <translation>有一个部分没有结尾</translation>
    </message>
    <message>
        <source>does not end</source>
        <translation>没有结尾</translation>
    </message>
    <message>
        <source>has a part &quot;%1&quot;, which is the owner&apos;s to set</source>
        <translation>含有应由所有者设置的部分“%1”</translation>
    </message>
    <message>
        <source>has the part &quot;%1&quot; twice</source>
        <translation>部分“%1”出现了两次</translation>
    </message>
    <message>
        <source>has a part &quot;%1&quot; that is too long</source>
        <translation>部分“%1”过长</translation>
    </message>
    <message>
        <source>has no part &quot;file&quot;</source>
        <translation>没有“file”部分</translation>
    </message>
    <message>
        <source>The JSON text %1 at byte %2.</source>
        <translation>JSON 文本%1（第 %2 字节）。</translation>
    </message>
    <message>
        <source>Send one well-formed JSON object.</source>
        <translation>请发送一个格式正确的 JSON 对象。</translation>
    </message>
    <message>
        <source>names &quot;%1&quot; twice, the second time</source>
        <translation>两次写出“%1”，第二次</translation>
    </message>
    <message>
        <source>has a name written with an escape</source>
        <translation>含有用转义写成的名称</translation>
    </message>
    <message>
        <source>The Content-Type must be application/json.</source>
        <translation>Content-Type 必须是 application/json。</translation>
    </message>
    <message>
        <source>Send a JSON body with that header.</source>
        <translation>请用该标头发送 JSON 正文。</translation>
    </message>
    <message>
        <source>The Content-Type must be multipart/form-data.</source>
        <translation>Content-Type 必须是 multipart/form-data。</translation>
    </message>
    <message>
        <source>Send the file and the model as the parts of a form.</source>
        <translation>请将文件和模型作为表单的各部分发送。</translation>
    </message>
    <message>
        <source>%1: is set but empty.</source>
        <translation>%1：已设置但为空。</translation>
    </message>
    <message>
        <source>Give it a value, or unset it.</source>
        <translation>请给出值，或取消设置。</translation>
    </message>
    <message>
        <source>%1: cannot be read: %2.</source>
        <translation>%1：无法读取：%2。</translation>
    </message>
    <message>
        <source>Give the name of a readable file to --config.</source>
        <translation>请为 --config 指定可读的文件。</translation>
    </message>
    <message>
        <source>%1: is larger than 4 MiB.</source>
        <translation>%1：大于 4 MiB。</translation>
    </message>
    <message>
        <source>Give a configuration file.</source>
        <translation>请提供配置文件。</translation>
    </message>
    <message>
        <source>providers.%1: %2 is not set, so its models are not available.</source>
        <translation>providers.%1：未设置 %2，因此其模型不可用。</translation>
    </message>
    <message>
        <source>%1 is not set, so it will refuse what is sent.</source>
        <translation>未设置 %1，因此发送的内容会被拒绝。</translation>
    </message>
    <message>
        <source>%1 is not set, so everything waits until the keychain has %2.</source>
        <translation>未设置 %1，因此一切会等到密钥环中有 %2。</translation>
    </message>
    <message>
        <source>its address is http, so the credential and the names of tenants and users travel unprotected.</source>
        <translation>其地址为 http，因此凭据以及租户和用户名称会明文传输。</translation>
    </message>
    <message>
        <source>is not a dimension</source>
        <translation>不是维度</translation>
    </message>
    <message>
        <source>Give tenant, agent, user, key, feature, experiment, namespace, team, provider, model or route.</source>
        <translation>请给出 tenant、agent、user、key、feature、experiment、namespace、team、provider、model 或 route。</translation>
    </message>
    <message>
        <source>is not an origin</source>
        <translation>不是来源</translation>
    </message>
    <message>
        <source>Give a scheme, a host and perhaps a port: https://chat.example.</source>
        <translation>请给出协议、主机和可选端口：https://chat.example。</translation>
    </message>
    <message>
        <source>limits nothing</source>
        <translation>没有限制任何内容</translation>
    </message>
    <message>
        <source>Give requests_per_minute, requests_per_hour, tokens_per_minute, tokens_per_hour or parallel.</source>
        <translation>请给出 requests_per_minute、requests_per_hour、tokens_per_minute、tokens_per_hour 或 parallel。</translation>
    </message>
    <message>
        <source>does not say whose calls it limits</source>
        <translation>没有说明限制谁的调用</translation>
    </message>
    <message>
        <source>Give per (a dimension), match (a selector, or &quot;*&quot; for all), or both.</source>
        <translation>请给出 per（维度）、match（选择器，&quot;*&quot; 表示全部）或两者。</translation>
    </message>
    <message>
        <source>names one dimension in per and in match</source>
        <translation>per 与 match 使用了同一维度</translation>
    </message>
    <message>
        <source>Leave one of them out.</source>
        <translation>请去掉其中一个。</translation>
    </message>
    <message>
        <source>Give sqlite:///absolute/path/ledger.db, postgresql://user:password@host/database for a copy there, or unset DATABASE_URL.</source>
        <translation>请填写 sqlite:///absolute/path/ledger.db，或用 postgresql://user:password@host/database 存一份副本，或取消 DATABASE_URL。</translation>
    </message>
    <message>
        <source>is not an address of an SQLite file</source>
        <translation>不是 SQLite 文件的地址</translation>
    </message>
    <message>
        <source>does not name a file by an absolute path</source>
        <translation>没有用绝对路径指定文件</translation>
    </message>
    <message>
        <source>is not a usable token</source>
        <translation>不是可用的令牌</translation>
    </message>
    <message>
        <source>Give 1 to 200 ASCII characters without blanks.</source>
        <translation>请给出 1 到 200 个不含空格的 ASCII 字符。</translation>
    </message>
    <message>
        <source>would refuse every call</source>
        <translation>会拒绝所有调用</translation>
    </message>
    <message>
        <source>Give a fraction above 0, up to 1; pause a tenant to refuse its calls.</source>
        <translation>请给出大于 0 且不超过 1 的比例；要拒绝某租户的调用请暂停它。</translation>
    </message>
    <message>
        <source>BUDGET_SOFT_CAP: is above BUDGET_HARD_CAP.</source>
        <translation>BUDGET_SOFT_CAP：高于 BUDGET_HARD_CAP。</translation>
    </message>
    <message>
        <source>Give a soft cap that is at most the hard cap, which is 1 by default.</source>
        <translation>软上限不得高于硬上限（默认为 1）。</translation>
    </message>
    <message>
        <source>has both price and cost_per_1k_*</source>
        <translation>同时有 price 和 cost_per_1k_*</translation>
    </message>
    <message>
        <source>Keep one of the two.</source>
        <translation>请保留其中一个。</translation>
    </message>
    <message>
        <source>falls back to itself</source>
        <translation>回退到自身</translation>
    </message>
    <message>
        <source>Name other models under fallbacks.</source>
        <translation>请在 fallbacks 下指定其他模型。</translation>
    </message>
    <message>
        <source>Give provider and physical_name, or a list of such pairs under targets.</source>
        <translation>请给出 provider 与 physical_name，或在 targets 下列出这样的组合。</translation>
    </message>
    <message>
        <source>has both targets and a provider of its own</source>
        <translation>同时有 targets 和自己的 provider</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing</source>
        <translation>缺少“%1”</translation>
    </message>
    <message>
        <source>near is above exceeded</source>
        <translation>near 高于 exceeded</translation>
    </message>
    <message>
        <source>Give a near mark below the exceeded one.</source>
        <translation>near 须低于 exceeded。</translation>
    </message>
    <message>
        <source>is not allowed here</source>
        <translation>此处不允许</translation>
    </message>
    <message>
        <source>Allowed: %1.</source>
        <translation>允许：%1。</translation>
    </message>
    <message>
        <source>only one of cost_per_1k_prompt and cost_per_1k_completion is given</source>
        <translation>只给出了 cost_per_1k_prompt 与 cost_per_1k_completion 之一</translation>
    </message>
    <message>
        <source>Give both (0 is a real price), or a price in dollars per million tokens.</source>
        <translation>请两者都给（0 也是价格），或给出每百万 token 的美元价格。</translation>
    </message>
    <message>
        <source>Give a decimal number from 0 to %1 %2, like 0.15.</source>
        <translation>请给出 0 到 %1 %2的小数，如 0.15。</translation>
    </message>
    <message>
        <source>is not a number of %1</source>
        <translation>不是%1的数</translation>
    </message>
    <message>
        <source>is too many %1</source>
        <translation>过大：%1</translation>
    </message>
    <message>
        <source>dollars per million tokens</source>
        <translation>美元/百万 token</translation>
    </message>
    <message>
        <source>dollars per thousand tokens</source>
        <translation>美元/千 token</translation>
    </message>
    <message>
        <source>Give a whole number from %1 to %2.</source>
        <translation>请给出 %1 到 %2 的整数。</translation>
    </message>
    <message>
        <source>is not a whole number</source>
        <translation>不是整数</translation>
    </message>
    <message>
        <source>is out of range</source>
        <translation>超出范围</translation>
    </message>
    <message>
        <source>is not a port</source>
        <translation>不是端口</translation>
    </message>
    <message>
        <source>is not a number of milliseconds up to one hour</source>
        <translation>不是一小时以内的毫秒数</translation>
    </message>
    <message>
        <source>is not an amount of dollars</source>
        <translation>不是美元金额</translation>
    </message>
    <message>
        <source>Give a decimal number, zero or more, like 0.002.</source>
        <translation>请给出不小于零的小数，如 0.002。</translation>
    </message>
    <message>
        <source>is not an amount of dollars above zero</source>
        <translation>不是大于零的美元金额</translation>
    </message>
    <message>
        <source>Give a decimal number above 0 and below 9 billion, like 25.50.</source>
        <translation>请给出大于 0 且小于 90 亿的小数，如 25.50。</translation>
    </message>
    <message>
        <source>is not a fraction from 0 to 1</source>
        <translation>不是 0 到 1 的比例</translation>
    </message>
    <message>
        <source>Give a decimal number with at most six decimals, like 0.8.</source>
        <translation>请给出最多六位小数的数，如 0.8。</translation>
    </message>
    <message>
        <source>is not an IP address</source>
        <translation>不是 IP 地址</translation>
    </message>
    <message>
        <source>Give one like 127.0.0.1 (this machine only), 0.0.0.0 or ::1.</source>
        <translation>请填写如 127.0.0.1（仅本机）、0.0.0.0 或 ::1。</translation>
    </message>
    <message>
        <source>is not an http address</source>
        <translation>不是 http 地址</translation>
    </message>
    <message>
        <source>Give one like http://localhost:8000/v1.</source>
        <translation>请填写如 http://localhost:8000/v1。</translation>
    </message>
    <message>
        <source>has a user, a query or a fragment</source>
        <translation>含有用户、查询或片段</translation>
    </message>
    <message>
        <source>Give the address alone; a key belongs into a variable (api_key_env).</source>
        <translation>请只填写地址；密钥应放在变量中（api_key_env）。</translation>
    </message>
    <message>
        <source>is not a name</source>
        <translation>不是名称</translation>
    </message>
    <message>
        <source>is not the name of an environment variable</source>
        <translation>不是环境变量名</translation>
    </message>
    <message>
        <source>Give letters, digits and _, like OPENAI_API_KEY; never the key itself.</source>
        <translation>请用字母、数字和 _，如 OPENAI_API_KEY；切勿填写密钥本身。</translation>
    </message>
    <message>
        <source>is not a route</source>
        <translation>不是路由</translation>
    </message>
    <message>
        <source>Give a path like /answer-routed.</source>
        <translation>请填写如 /answer-routed 的路径。</translation>
    </message>
    <message>
        <source>is not a path</source>
        <translation>不是路径</translation>
    </message>
    <message>
        <source>Give a path.</source>
        <translation>请给出路径。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read: %2</source>
        <translation>无法读取“%1”：%2</translation>
    </message>
    <message>
        <source>Give a readable file, or the policy itself.</source>
        <translation>请给出可读的文件，或策略本身。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is empty</source>
        <translation>“%1”为空</translation>
    </message>
    <message>
        <source>Give version and namespaces.</source>
        <translation>请给出 version 和 namespaces。</translation>
    </message>
    <message>
        <source>%1 is not one of the %2</source>
        <translation>%1 不属于：%2</translation>
    </message>
    <message>
        <source>is no regular expression: %1</source>
        <translation>不是正则表达式：%1</translation>
    </message>
    <message>
        <source>Give one as Perl knows them: &quot;sk-[A-Za-z0-9]+&quot;.</source>
        <translation>请给出 Perl 风格的表达式：&quot;sk-[A-Za-z0-9]+&quot;。</translation>
    </message>
    <message>
        <source>matches an empty text, so everything would be left out</source>
        <translation>匹配空文本，因此全部会被略去</translation>
    </message>
    <message>
        <source>Give an expression that matches at least one character.</source>
        <translation>请给出至少匹配一个字符的表达式。</translation>
    </message>
    <message>
        <source>is no name</source>
        <translation>不是名称</translation>
    </message>
    <message>
        <source>Give the name of a JSON member, such as password.</source>
        <translation>请给出 JSON 成员名，如 password。</translation>
    </message>
    <message>
        <source>is an address of Langfuse</source>
        <translation>是 Langfuse 的地址</translation>
    </message>
    <message>
        <source>Give type: langfuse and the server&apos;s own address as url.</source>
        <translation>请写 type: langfuse，并以服务器本身的地址作为 url。</translation>
    </message>
    <message>
        <source>has no url</source>
        <translation>没有 url</translation>
    </message>
    <message>
        <source>Give the collector&apos;s address: http://localhost:4318.</source>
        <translation>请填写收集器地址：http://localhost:4318。</translation>
    </message>
    <message>
        <source>Give the name of a file.</source>
        <translation>请给出文件名。</translation>
    </message>
    <message>
        <source>%1: is not UTF-8 text</source>
        <translation>%1：不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>请将文件保存为 UTF-8。</translation>
    </message>
    <message>
        <source>%1: holds more than one YAML document</source>
        <translation>%1：含有多个 YAML 文档</translation>
    </message>
    <message>
        <source>Only the first would count; remove the line ---.</source>
        <translation>只有第一个有效；请删除 --- 行。</translation>
    </message>
    <message>
        <source>%1: is not valid YAML: %2</source>
        <translation>%1：不是有效的 YAML：%2</translation>
    </message>
    <message>
        <source>Indent with blanks and put text with special characters in quotes.</source>
        <translation>请用空格缩进，并将含特殊字符的文本放在引号中。</translation>
    </message>
    <message>
        <source>is an unknown key</source>
        <translation>是未知的键</translation>
    </message>
    <message>
        <source>is %1 where a map (key: value) belongs</source>
        <translation>此处应为映射（键: 值），却是%1</translation>
    </message>
    <message>
        <source>is %1 where a list belongs</source>
        <translation>此处应为列表，却是%1</translation>
    </message>
    <message>
        <source>is %1 where a single value belongs</source>
        <translation>此处应为单个值，却是%1</translation>
    </message>
    <message>
        <source>a map</source>
        <translation>映射</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>a single value</source>
        <translation>单个值</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Give keys with values, or leave it out.</source>
        <translation>请给出键和值，或省略。</translation>
    </message>
    <message>
        <source>a key is not a word</source>
        <translation>有键不是单词</translation>
    </message>
    <message>
        <source>Give a plain name before the colon.</source>
        <translation>请在冒号前写普通名称。</translation>
    </message>
    <message>
        <source>stands twice</source>
        <translation>出现了两次</translation>
    </message>
    <message>
        <source>Give [ ... ], or leave it out.</source>
        <translation>请写 [ ... ]，或省略。</translation>
    </message>
    <message>
        <source>Give one value, or leave it out.</source>
        <translation>请给出一个值，或省略。</translation>
    </message>
    <message>
        <source>${ has no }</source>
        <translation>${ 缺少 }</translation>
    </message>
    <message>
        <source>Close it: ${NAME}.</source>
        <translation>请补全：${NAME}。</translation>
    </message>
    <message>
        <source>${%1} is not set</source>
        <translation>未设置 ${%1}</translation>
    </message>
    <message>
        <source>Set that environment variable, or write ${NAME:-default}.</source>
        <translation>请设置该环境变量，或写 ${NAME:-default}。</translation>
    </message>
    <message>
        <source>is an empty list, which would allow nothing</source>
        <translation>是空列表，不允许任何内容</translation>
    </message>
    <message>
        <source>List names; * stands for any text.</source>
        <translation>请列出名称；* 代表任意文本。</translation>
    </message>
    <message>
        <source>the id %1 stands twice in this namespace</source>
        <translation>标识 %1 在此命名空间出现两次</translation>
    </message>
    <message>
        <source>Give each rule an id of its own: decisions name it.</source>
        <translation>请为每条规则指定独立标识：决策会引用它。</translation>
    </message>
    <message>
        <source>The policy %1 is empty.</source>
        <translation>策略 %1 为空。</translation>
    </message>
    <message>
        <source>is empty or too long</source>
        <translation>为空或过长</translation>
    </message>
    <message>
        <source>Give a text of 1 to 300 bytes.</source>
        <translation>请给出 1 到 300 字节的文本。</translation>
    </message>
    <message>
        <source>is not a time zone</source>
        <translation>不是时区</translation>
    </message>
    <message>
        <source>Give an IANA name such as Europe/Berlin.</source>
        <translation>请给出 IANA 名称，如 Europe/Berlin。</translation>
    </message>
    <message>
        <source>is not a multiplier</source>
        <translation>不是倍数</translation>
    </message>
    <message>
        <source>Give a number above 0 and up to 1000.</source>
        <translation>请给出大于 0 且不超过 1000 的数。</translation>
    </message>
    <message>
        <source>is not a time of day</source>
        <translation>不是时刻</translation>
    </message>
    <message>
        <source>Give hours and minutes, for example 08:30.</source>
        <translation>请给出时和分，例如 08:30。</translation>
    </message>
    <message>
        <source>is not a day</source>
        <translation>不是星期几</translation>
    </message>
    <message>
        <source>Give mon, tue, wed, thu, fri, sat or sun.</source>
        <translation>请给出 mon、tue、wed、thu、fri、sat 或 sun。</translation>
    </message>
    <message>
        <source>%1 is not a quality</source>
        <translation>%1 不是质量等级</translation>
    </message>
    <message>
        <source>Give low, medium, high or critical.</source>
        <translation>请给出 low、medium、high 或 critical。</translation>
    </message>
    <message>
        <source>The webhook does not answer (%1).</source>
        <translation>Webhook 没有应答（%1）。</translation>
    </message>
    <message>
        <source>The alerts wait and are sent when it does.</source>
        <translation>警报会等待，恢复后发送。</translation>
    </message>
    <message>
        <source>The webhook cannot take alerts now (%1).</source>
        <translation>Webhook 目前无法接收警报（%1）。</translation>
    </message>
    <message>
        <source>Sending goes on by itself.</source>
        <translation>发送会自动继续。</translation>
    </message>
    <message>
        <source>The webhook refuses alerts (%1).</source>
        <translation>Webhook 拒绝警报（%1）。</translation>
    </message>
    <message>
        <source>Make a new address in the chat and set it; what waits is kept for a day.</source>
        <translation>请在聊天工具中新建地址并设置；等待的内容保留一天。</translation>
    </message>
    <message>
        <source>The webhook&apos;s address is no http or https address.</source>
        <translation>Webhook 地址不是 http 或 https 地址。</translation>
    </message>
    <message>
        <source>Set the right one.</source>
        <translation>请设置正确的地址。</translation>
    </message>
    <message>
        <source>No webhook address is set.</source>
        <translation>未设置 Webhook 地址。</translation>
    </message>
    <message>
        <source>Set CAPSTAN_WEBHOOK_URL, or keep it with `capstan credential set webhook-url`.</source>
        <translation>请设置 CAPSTAN_WEBHOOK_URL，或用 `capstan credential set webhook-url` 保存。</translation>
    </message>
    <message>
        <source>The keys could not be looked up now.</source>
        <translation>目前无法查询密钥。</translation>
    </message>
    <message>
        <source>Try again in a minute; what is queued is kept.</source>
        <translation>请一分钟后重试；等待的内容会保留。</translation>
    </message>
    <message>
        <source>Its owner has to look at the plan there: what is queued is kept.</source>
        <translation>其所有者需在那里检查套餐：等待的内容会保留。</translation>
    </message>
    <message>
        <source>This is an organisation&apos;s key, or one without the right to write.</source>
        <translation>这是组织密钥，或没有写权限的密钥。</translation>
    </message>
    <message>
        <source>Make an API key in the project&apos;s own settings.</source>
        <translation>请在项目设置中创建 API 密钥。</translation>
    </message>
    <message>
        <source>The keys are not known there.</source>
        <translation>那里不认识这些密钥。</translation>
    </message>
    <message>
        <source>Langfuse&apos;s regions are apart: the EU is https://cloud.langfuse.com, the US https://us.cloud.langfuse.com, Japan https://jp.cloud.langfuse.com, HIPAA https://hipaa.cloud.langfuse.com.</source>
        <translation>Langfuse 各区域相互独立：欧盟 https://cloud.langfuse.com，美国 https://us.cloud.langfuse.com，日本 https://jp.cloud.langfuse.com，HIPAA https://hipaa.cloud.langfuse.com。</translation>
    </message>
    <message>
        <source>Give the one where the project was made.</source>
        <translation>请填写创建项目的区域。</translation>
    </message>
    <message>
        <source>Copy both again from the project&apos;s settings.</source>
        <translation>请从项目设置重新复制两者。</translation>
    </message>
    <message>
        <source>%1 does not answer (%2).</source>
        <translation>%1 没有应答（%2）。</translation>
    </message>
    <message>
        <source>Check the address and the network; what is queued is kept.</source>
        <translation>请检查地址和网络；等待的内容会保留。</translation>
    </message>
    <message>
        <source>%1 answers, but not as Langfuse does (%2).</source>
        <translation>%1 有应答，但不像 Langfuse（%2）。</translation>
    </message>
    <message>
        <source>Give the server&apos;s own address, without a path of its API.</source>
        <translation>请填写服务器本身的地址，不含 API 路径。</translation>
    </message>
    <message>
        <source>Langfuse %1 is there.</source>
        <translation>Langfuse %1 可用。</translation>
    </message>
    <message>
        <source>Langfuse %1 refuses the keys: %2.</source>
        <translation>Langfuse %1 拒绝密钥：%2。</translation>
    </message>
    <message>
        <source>Langfuse %1, project &quot;%2&quot; of %3, by %4.</source>
        <translation>Langfuse %1，%3 的项目“%2”，通过 %4。</translation>
    </message>
    <message>
        <source>the old ingestion API</source>
        <translation>旧的接收 API</translation>
    </message>
    <message>
        <source>The public key does not begin with pk-lf-: check it, as Langfuse looks at the secret key only.</source>
        <translation>公钥不以 pk-lf- 开头：请检查，因为 Langfuse 只看私钥。</translation>
    </message>
    <message>
        <source>An OTLP receiver</source>
        <translation>OTLP 接收端</translation>
    </message>
    <message>
        <source>Not tried.</source>
        <translation>未测试。</translation>
    </message>
    <message>
        <source>Its API key is not there.</source>
        <translation>缺少其 API 密钥。</translation>
    </message>
    <message>
        <source>Set it.</source>
        <translation>请设置。</translation>
    </message>
    <message>
        <source>Helicone (which does not tell whose key it is)</source>
        <translation>Helicone（不说明密钥属于谁）</translation>
    </message>
    <message>
        <source>%1 at %2.</source>
        <translation>%1，位于 %2。</translation>
    </message>
    <message>
        <source>%1 answers with %2.</source>
        <translation>%1 应答 %2。</translation>
    </message>
    <message>
        <source>It refuses the credential.</source>
        <translation>它拒绝了凭据。</translation>
    </message>
    <message>
        <source>Give the right one.</source>
        <translation>请提供正确的凭据。</translation>
    </message>
    <message>
        <source>Check the address: it is the receiver&apos;s base, without /v1/traces.</source>
        <translation>请检查地址：应为接收端的基地址，不含 /v1/traces。</translation>
    </message>
    <message>
        <source>It refuses the data (%1: %2).</source>
        <translation>它拒绝了数据（%1：%2）。</translation>
    </message>
    <message>
        <source>It could not store the call: %1.</source>
        <translation>它无法保存该调用：%1。</translation>
    </message>
    <message>
        <source>It does not answer (%1).</source>
        <translation>没有应答（%1）。</translation>
    </message>
    <message>
        <source>Everything waits and is sent when it does.</source>
        <translation>一切会等待，恢复后发送。</translation>
    </message>
    <message>
        <source>It asks for fewer requests (429).</source>
        <translation>它要求减少请求（429）。</translation>
    </message>
    <message>
        <source>It has suspended the account (%1).</source>
        <translation>它已停用该账户（%1）。</translation>
    </message>
    <message>
        <source>Look there; what waits is kept.</source>
        <translation>请到那里查看；等待的内容会保留。</translation>
    </message>
    <message>
        <source>It refuses the credential (%1).</source>
        <translation>它拒绝了凭据（%1）。</translation>
    </message>
    <message>
        <source>Give the right one; what waits is kept.</source>
        <translation>请提供正确的凭据；等待的内容会保留。</translation>
    </message>
    <message>
        <source>It knows no such address (%1).</source>
        <translation>它没有这个地址（%1）。</translation>
    </message>
    <message>
        <source>Check the URL of this destination, and whether the server is recent enough; what waits is kept.</source>
        <translation>请检查此目标的 URL 以及服务器是否够新；等待的内容会保留。</translation>
    </message>
    <message>
        <source>The batch is too large for it (413).</source>
        <translation>这一批对它来说过大（413）。</translation>
    </message>
    <message>
        <source>It has a fault (%1).</source>
        <translation>它发生了故障（%1）。</translation>
    </message>
    <message>
        <source>Sending is tried again.</source>
        <translation>会再次尝试发送。</translation>
    </message>
    <message>
        <source>It answers with %1.</source>
        <translation>它应答 %1。</translation>
    </message>
    <message>
        <source>Check its address and its account; what waits is kept.</source>
        <translation>请检查其地址和账户；等待的内容会保留。</translation>
    </message>
    <message>
        <source>The public or the secret key is not there.</source>
        <translation>缺少公钥或私钥。</translation>
    </message>
    <message>
        <source>Set both.</source>
        <translation>请设置两者。</translation>
    </message>
    <message>
        <source>The two keys are swapped: the public one begins with pk-lf-, the secret one with sk-lf-.</source>
        <translation>两个密钥颠倒了：公钥以 pk-lf- 开头，私钥以 sk-lf- 开头。</translation>
    </message>
    <message>
        <source>This does not answer as Langfuse does.</source>
        <translation>其应答不像 Langfuse。</translation>
    </message>
    <message>
        <source>Check the URL: it is the server&apos;s own address, without a path of its API.</source>
        <translation>请检查 URL：应为服务器本身的地址，不含 API 路径。</translation>
    </message>
    <message>
        <source>It refuses the credential: %1.</source>
        <translation>它拒绝了凭据：%1。</translation>
    </message>
    <message>
        <source>It did not take everything: %1.</source>
        <translation>它没有全部接收：%1。</translation>
    </message>
    <message>
        <source>The file %1 cannot be opened: %2.</source>
        <translation>无法打开文件 %1：%2。</translation>
    </message>
    <message>
        <source>The file %1 cannot be mended: %2.</source>
        <translation>无法修复文件 %1：%2。</translation>
    </message>
    <message>
        <source>The file %1 is locked by another program: %2.</source>
        <translation>文件 %1 被另一个程序锁定：%2。</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>无法写入文件 %1：%2。</translation>
    </message>
    <message>
        <source>Give this user write permission there, and free space.</source>
        <translation>请授予此用户在该处的写权限，并留出空间。</translation>
    </message>
    <message>
        <source>DATABASE_URL is not an address that PostgreSQL can use.</source>
        <translation>DATABASE_URL 不是 PostgreSQL 可用的地址。</translation>
    </message>
    <message>
        <source>Give postgresql://user:password@host:5432/database.</source>
        <translation>请填写 postgresql://user:password@host:5432/database。</translation>
    </message>
    <message>
        <source>PostgreSQL refuses: %1 (%2).</source>
        <translation>PostgreSQL 拒绝：%1（%2）。</translation>
    </message>
    <message>
        <source>Let the user of DATABASE_URL create the table capstan_call and insert into it.</source>
        <translation>请允许 DATABASE_URL 的用户创建并写入表 capstan_call。</translation>
    </message>
    <message>
        <source>PostgreSQL does not answer.</source>
        <translation>PostgreSQL 没有应答。</translation>
    </message>
    <message>
        <source>Check the host of DATABASE_URL and the network.</source>
        <translation>请检查 DATABASE_URL 的主机和网络。</translation>
    </message>
    <message>
        <source>PostgreSQL cannot be reached: %1.</source>
        <translation>无法连接 PostgreSQL：%1。</translation>
    </message>
    <message>
        <source>Start the server, or correct DATABASE_URL.</source>
        <translation>请启动服务器，或更正 DATABASE_URL。</translation>
    </message>
    <message>
        <source>The address of the PostgreSQL database is not there.</source>
        <translation>缺少 PostgreSQL 数据库的地址。</translation>
    </message>
    <message>
        <source>Set DATABASE_URL.</source>
        <translation>请设置 DATABASE_URL。</translation>
    </message>
    <message>
        <source>%1 may not write there.</source>
        <translation>%1 不能在该处写入。</translation>
    </message>
    <message>
        <source>An event of the outbox cannot be read: %1.</source>
        <translation>无法读取发件箱中的一个事件：%1。</translation>
    </message>
    <message>
        <source>It is left out; the ledger holds the call.</source>
        <translation>已跳过；账本中保留该调用。</translation>
    </message>
    <message>
        <source>Please report this.</source>
        <translation>请报告此问题。</translation>
    </message>
    <message>
        <source>%1 sent more than %2 bytes of headers</source>
        <translation>%1 发送的标头超过 %2 字节</translation>
    </message>
    <message>
        <source>%1 sent nothing for %2 ms</source>
        <translation>%1 已有 %2 毫秒没有发送内容</translation>
    </message>
    <message>
        <source>the answer is larger than 64 MiB</source>
        <translation>应答超过 64 MiB</translation>
    </message>
    <message>
        <source>The answer is larger than 256 MiB.</source>
        <translation>应答超过 256 MiB。</translation>
    </message>
    <message>
        <source>An event is larger than 4 MiB.</source>
        <translation>有事件超过 4 MiB。</translation>
    </message>
    <message>
        <source>The model list was answered with status %1.</source>
        <translation>模型列表返回状态码 %1。</translation>
    </message>
    <message>
        <source>Failed to connect to %1 port %2 after %3 ms: %4</source>
        <translation>%3 毫秒后仍无法连接 %1 端口 %2：%4</translation>
    </message>
    <message>
        <source>Couldn&apos;t connect to server</source>
        <translation>无法连接服务器</translation>
    </message>
    <message>
        <source>Could not resolve host: %1</source>
        <translation>无法解析主机 %1</translation>
    </message>
    <message>
        <source>Connection timed out after %1 milliseconds</source>
        <translation>%1 毫秒内未能连接</translation>
    </message>
    <message>
        <source>Connection timeout after %1 ms</source>
        <translation>%1 毫秒内未能连接</translation>
    </message>
    <message>
        <source>Recv failure: Connection reset by peer</source>
        <translation>对方重置了连接</translation>
    </message>
    <message>
        <source>Empty reply from server</source>
        <translation>服务器返回空应答</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>Port %1 is taken: another program listens on %2.</source>
        <translation>端口 %1 已被占用：另一个程序正在监听 %2。</translation>
    </message>
    <message>
        <source>Stop that program (`ss -ltnp sport = :%1` names it), or choose another port.</source>
        <translation>请停止该程序（`ss -ltnp sport = :%1` 可显示它），或选择其他端口。</translation>
    </message>
    <message>
        <source>Port %1 may not be opened by this user.</source>
        <translation>此用户不能打开端口 %1。</translation>
    </message>
    <message>
        <source>Choose a port of 1024 or above.</source>
        <translation>请选择 1024 或以上的端口。</translation>
    </message>
    <message>
        <source>%1 is not an address of this machine.</source>
        <translation>%1 不是本机的地址。</translation>
    </message>
    <message>
        <source>Listen on 127.0.0.1, or on 0.0.0.0 for all addresses.</source>
        <translation>请监听 127.0.0.1，或用 0.0.0.0 监听所有地址。</translation>
    </message>
    <message>
        <source>Cannot listen on %1: %2.</source>
        <translation>无法监听 %1：%2。</translation>
    </message>
    <message>
        <source>Choose another address or port.</source>
        <translation>请选择其他地址或端口。</translation>
    </message>
    <message>
        <source>There is no valid address to listen on.</source>
        <translation>没有可监听的有效地址。</translation>
    </message>
    <message>
        <source>Give an IPv4 or IPv6 address, for example 127.0.0.1.</source>
        <translation>请填写 IPv4 或 IPv6 地址，例如 127.0.0.1。</translation>
    </message>
    <message>
        <source>The %1 %2 cannot be used: %3.</source>
        <translation>%2（%1）无法使用：%3。</translation>
    </message>
    <message>
        <source>The %1 %2 cannot be used.</source>
        <translation>%2（%1）无法使用。</translation>
    </message>
    <message>
        <source>Give PEM files that this user may read, the key without a pass phrase, under server.tls.</source>
        <translation>请在 server.tls 下给出此用户可读的 PEM 文件，密钥不带口令。</translation>
    </message>
    <message>
        <source>There is no configuration file to read a policy from.</source>
        <translation>没有可读取策略的配置文件。</translation>
    </message>
    <message>
        <source>Start Capstan with --config FILE.</source>
        <translation>请用 --config FILE 启动 Capstan。</translation>
    </message>
    <message>
        <source>That is no name of a secret.</source>
        <translation>这不是凭据的名称。</translation>
    </message>
    <message>
        <source>capstan credential list shows the names.</source>
        <translation>capstan credential list 会列出名称。</translation>
    </message>
    <message>
        <source>That is no usable secret.</source>
        <translation>这不是可用的凭据。</translation>
    </message>
    <message>
        <source>Give one line of text with 1 to 2000 bytes.</source>
        <translation>请输入一行 1 到 2000 字节的文本。</translation>
    </message>
    <message>
        <source>The secret is kept, but %1 cannot be written.</source>
        <translation>凭据已保存，但无法写入 %1。</translation>
    </message>
    <message>
        <source>Give this user permission to write it, and set it again: the next start would not look for it.</source>
        <translation>请授予此用户写权限并重新设置：否则下次启动不会查找它。</translation>
    </message>
    <message>
        <source>The settings cannot be kept in %1.</source>
        <translation>无法将设置保存到 %1。</translation>
    </message>
    <message>
        <source>Give this user permission to write there.</source>
        <translation>请授予此用户在该处的写权限。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>Correct it or delete it; it holds what was set in the window.</source>
        <translation>请更正或删除它；它保存窗口中的设置。</translation>
    </message>
    <message>
        <source>Delete that line or the file.</source>
        <translation>请删除该行或该文件。</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>The ledger is behind: its writer waits for the disk.</source>
        <translation>账本落后：正在等待磁盘写入。</translation>
    </message>
    <message>
        <source>Look at the disk that the ledger is on, and ask again.</source>
        <translation>请检查账本所在的磁盘，然后重试。</translation>
    </message>
    <message>
        <source>The ledger %1 is damaged: %2.</source>
        <translation>账本 %1 已损坏：%2。</translation>
    </message>
    <message>
        <source>Put a backup in its place, or move the file away to start a new ledger.</source>
        <translation>请用备份替换它，或移走该文件以新建账本。</translation>
    </message>
    <message>
        <source>The ledger %1 cannot be written: %2.</source>
        <translation>无法写入账本 %1：%2。</translation>
    </message>
    <message>
        <source>Free space on that disk; Capstan tries again by itself.</source>
        <translation>请释放该磁盘的空间；Capstan 会自动重试。</translation>
    </message>
    <message>
        <source>The ledger %1 cannot be opened for writing: %2.</source>
        <translation>无法以写入方式打开账本 %1：%2。</translation>
    </message>
    <message>
        <source>Give this user write permission to the file and its folder.</source>
        <translation>请授予此用户对该文件及其文件夹的写权限。</translation>
    </message>
    <message>
        <source>The ledger %1 is locked by another program: %2.</source>
        <translation>账本 %1 被另一个程序锁定：%2。</translation>
    </message>
    <message>
        <source>Close the program that has the file open; ask Capstan&apos;s own commands instead.</source>
        <translation>请关闭打开该文件的程序；请改用 Capstan 自己的命令。</translation>
    </message>
    <message>
        <source>The ledger %1 refused a statement: %2.</source>
        <translation>账本 %1 拒绝了一条语句：%2。</translation>
    </message>
    <message>
        <source>Please report this with the message.</source>
        <translation>请连同消息一起报告。</translation>
    </message>
    <message>
        <source>The ledger %1 cannot be opened: %2.</source>
        <translation>无法打开账本 %1：%2。</translation>
    </message>
    <message>
        <source>The ledger %1 cannot be read: %2.</source>
        <translation>无法读取账本 %1：%2。</translation>
    </message>
    <message>
        <source>Give this user permission to read the file, and to write to its folder.</source>
        <translation>请授予此用户读取该文件和写入其文件夹的权限。</translation>
    </message>
    <message>
        <source>Give this user permission to read and write the file.</source>
        <translation>请授予此用户读写该文件的权限。</translation>
    </message>
    <message>
        <source>The ledger %1 has version %2; this Capstan reads version %3.</source>
        <translation>账本 %1 的版本为 %2；此 Capstan 读取版本 %3。</translation>
    </message>
    <message>
        <source>Start Capstan once, so that it brings the ledger up to date.</source>
        <translation>请启动一次 Capstan，以更新账本。</translation>
    </message>
    <message>
        <source>There is no ledger %1.</source>
        <translation>没有账本 %1。</translation>
    </message>
    <message>
        <source>Start Capstan once, or name its data folder.</source>
        <translation>请启动一次 Capstan，或指定其数据文件夹。</translation>
    </message>
    <message>
        <source>The ledger&apos;s key %1 cannot be read: %2</source>
        <translation>无法读取账本的密钥 %1：%2</translation>
    </message>
    <message>
        <source>The file is damaged; restore it from a backup.</source>
        <translation>文件已损坏；请从备份恢复。</translation>
    </message>
    <message>
        <source>The folder %1 for the ledger cannot be made.</source>
        <translation>无法创建账本文件夹 %1。</translation>
    </message>
    <message>
        <source>Choose a data folder that this user may write to.</source>
        <translation>请选择此用户可写的数据文件夹。</translation>
    </message>
    <message>
        <source>The settlement of %1 has a negative amount.</source>
        <translation>%1 的结算金额为负。</translation>
    </message>
    <message>
        <source>The hold of %1 has a negative bound.</source>
        <translation>%1 的预留上限为负。</translation>
    </message>
    <message>
        <source>The correction of %1 has a negative amount.</source>
        <translation>%1 的更正金额为负。</translation>
    </message>
    <message>
        <source>It was not written; please report this.</source>
        <translation>未写入；请报告此问题。</translation>
    </message>
    <message>
        <source>The ledger %1 is in use by process %2 (%3).</source>
        <translation>账本 %1 正被进程 %2（%3）使用。</translation>
    </message>
    <message>
        <source>Quit that Capstan, or use another data folder.</source>
        <translation>请退出该 Capstan，或使用其他数据文件夹。</translation>
    </message>
    <message>
        <source>The lock file %1.lock cannot be made.</source>
        <translation>无法创建锁文件 %1.lock。</translation>
    </message>
    <message>
        <source>Give this user write permission to its folder.</source>
        <translation>请授予此用户对其文件夹的写权限。</translation>
    </message>
    <message>
        <source>Put a backup in its place: capstan restore FILE.</source>
        <translation>请用备份替换：capstan restore FILE。</translation>
    </message>
    <message>
        <source>The disk did not take %1</source>
        <translation>磁盘未能写入 %1</translation>
    </message>
    <message>
        <source>Check that disk.</source>
        <translation>请检查该磁盘。</translation>
    </message>
    <message>
        <source>The file %1 cannot be made</source>
        <translation>无法创建文件 %1</translation>
    </message>
    <message>
        <source>Give a folder that this user may write to.</source>
        <translation>请给出此用户可写的文件夹。</translation>
    </message>
    <message>
        <source>The copy %1 was not made: %2</source>
        <translation>未能创建副本 %1：%2</translation>
    </message>
    <message>
        <source>The file %1 cannot be moved to %2</source>
        <translation>无法将文件 %1 移到 %2</translation>
    </message>
    <message>
        <source>Nothing was replaced.</source>
        <translation>未替换任何内容。</translation>
    </message>
    <message>
        <source>Give this user write permission to the folder.</source>
        <translation>请授予此用户对该文件夹的写权限。</translation>
    </message>
    <message>
        <source>The ledger %1 cannot be kept as %2</source>
        <translation>无法将账本 %1 保存为 %2</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>Give the name of a new file; backups are never overwritten.</source>
        <translation>请给出新文件名；备份从不被覆盖。</translation>
    </message>
    <message>
        <source>The backup %1 is not sound: %2</source>
        <translation>备份 %1 不完好：%2</translation>
    </message>
    <message>
        <source>Choose another backup.</source>
        <translation>请选择其他备份。</translation>
    </message>
    <message>
        <source>The ledger %1 has version %2; this Capstan knows versions up to %3.</source>
        <translation>账本 %1 的版本为 %2；此 Capstan 仅支持到版本 %3。</translation>
    </message>
    <message>
        <source>Start the newer Capstan that wrote it, or use another data folder.</source>
        <translation>请启动写入它的较新 Capstan，或使用其他数据文件夹。</translation>
    </message>
    <message>
        <source>The file %1 is not a ledger: %2.</source>
        <translation>文件 %1 不是账本：%2。</translation>
    </message>
    <message>
        <source>Move the file away, or use another data folder.</source>
        <translation>请移走该文件，或使用其他数据文件夹。</translation>
    </message>
    <message>
        <source>%1 (while bringing it from version %2 to %3)</source>
        <translation>%1（从版本 %2 升级到 %3 时）</translation>
    </message>
    <message>
        <source>it is damaged (%1)</source>
        <translation>已损坏（%1）</translation>
    </message>
    <message>
        <source>it does not begin as an SQLite database does</source>
        <translation>开头不是 SQLite 数据库</translation>
    </message>
    <message>
        <source>it is a database of another program</source>
        <translation>它是其他程序的数据库</translation>
    </message>
    <message>
        <source>Budget %1 in the ledger %2 cannot be read: %3</source>
        <translation>无法读取账本 %2 中的预算 %1：%3</translation>
    </message>
    <message>
        <source>%1 of %2, attempt %3</source>
        <translation>%2 的 %1（第 %3 次尝试）</translation>
    </message>
    <message>
        <source>Link %1 of the chain (%2) does not follow from the one before: a link was changed or removed.</source>
        <translation>链的第 %1 环（%2）与前一环不符：有一环被更改或删除。</translation>
    </message>
    <message>
        <source>The table %1 has %2 row(s) that no link names: they were added past Capstan.</source>
        <translation>表 %1 有 %2 行不在链中：它们绕过 Capstan 被添加。</translation>
    </message>
    <message>
        <source>There are more differences in the chain.</source>
        <translation>链中还有更多差异。</translation>
    </message>
    <message>
        <source>The %1 is missing.</source>
        <translation>缺少：%1。</translation>
    </message>
    <message>
        <source>The %1 was changed.</source>
        <translation>被更改：%1。</translation>
    </message>
    <message>
        <source>The packed sums of %1 seconds from %2 UTC are not those of their roll-ups.</source>
        <translation>%2 UTC 起 %1 秒的压缩合计与其汇总不符。</translation>
    </message>
    <message>
        <source>The roll-up of %1 seconds from %2 UTC for tenant &apos;%3&apos; says %4 nano-dollars in %6 calls, its entries say %5 in %7.</source>
        <translation>租户“%3”自 %2 UTC 起 %1 秒的汇总为 %6 次调用 %4 纳美元，其条目为 %7 次 %5。</translation>
    </message>
    <message>
        <source>The roll-up of %1 UTC says %2 nano-dollars in %3 calls; its entries, with those that were pruned, say %4 in %5.</source>
        <translation>%1 UTC 的汇总为 %3 次调用 %2 纳美元；其条目（含已清理的）为 %5 次 %4。</translation>
    </message>
    <message>
        <source>The roll-ups of the hours of %1 UTC do not add up to that day.</source>
        <translation>%1 UTC 各小时的汇总与当日不符。</translation>
    </message>
    <message>
        <source>The roll-ups of minutes and quarters from %1 UTC do not add up to that hour.</source>
        <translation>%1 UTC 起各分钟与刻钟的汇总与该小时不符。</translation>
    </message>
    <message>
        <source>The roll-up by tag of %1 seconds from %2 UTC is not what its entries say.</source>
        <translation>%2 UTC 起 %1 秒按标签的汇总与其条目不符。</translation>
    </message>
    <message>
        <source>The roll-ups by tag of the hours of %1 UTC do not add up to that day.</source>
        <translation>%1 UTC 各小时按标签的汇总与当日不符。</translation>
    </message>
    <message>
        <source>Reports do not find the roll-ups of %1 seconds from %2 UTC.</source>
        <translation>报告找不到 %2 UTC 起 %1 秒的汇总。</translation>
    </message>
    <message>
        <source>The stored total of bucket &apos;%1&apos; (slot %2) has %3 from settlements, the entries say %4.</source>
        <translation>“%1”（时段 %2）存储的合计为 %3，条目为 %4。</translation>
    </message>
    <message>
        <source>The hold of request %1, attempt %2, should be either open or ended, and is not.</source>
        <translation>请求 %1 第 %2 次尝试的预留应为未结或已结，但两者都不是。</translation>
    </message>
    <message>
        <source>Request %1, attempt %2, is listed as open but has no hold.</source>
        <translation>请求 %1 第 %2 次尝试列为未结，但没有预留。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>Check who may write there.</source>
        <translation>请检查谁可在该处写入。</translation>
    </message>
    <message>
        <source>The invoice cannot be written to %1.</source>
        <translation>无法将账单写入 %1。</translation>
    </message>
    <message>
        <source>Name a file in a folder that this user may write to.</source>
        <translation>请指定此用户可写文件夹中的文件。</translation>
    </message>
    <message>
        <source>The backup took the ledger&apos;s place.</source>
        <translation>备份已替换账本。</translation>
    </message>
    <message>
        <source>The former ledger is kept as %1.</source>
        <translation>原账本保存为 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln 个 token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>is no currency with its rate</source>
        <translation>不是带汇率的货币</translation>
    </message>
    <message>
        <source>&quot;%1&quot; %2</source>
        <translation>“%1”%2</translation>
    </message>
    <message>
        <source>%1: its value %2.</source>
        <translation>%1：其值%2。</translation>
    </message>
    <message>
        <source>Write for example &quot;tenant:research&quot;, &quot;tenant:*,model:llama-8b&quot; or &quot;tag:project:*&quot;; known are tenant, agent, user, key, feature, experiment, namespace, team, provider, model, route and tag:&lt;name&gt;; task and session, which are tags, and org, which is a tenant.</source>
        <translation>例如 &quot;tenant:research&quot;、&quot;tenant:*,model:llama-8b&quot; 或 &quot;tag:project:*&quot;；可用 tenant、agent、user、key、feature、experiment、namespace、team、provider、model、route 与 tag:&lt;name&gt;；task 与 session 是标签，org 是租户。</translation>
    </message>
    <message>
        <source>The scope %1 is not one tenant, user, task or the like.</source>
        <translation>范围 %1 不是单个租户、用户、任务或类似对象。</translation>
    </message>
    <message>
        <source>%1 cannot be removed: %2.</source>
        <translation>无法删除 %1：%2。</translation>
    </message>
    <message>
        <source>Remove it before Capstan starts again, or it takes the ledger&apos;s place.</source>
        <translation>请在 Capstan 再次启动前将其删除，否则它会取代账本。</translation>
    </message>
    <message>
        <source>The log is empty.</source>
        <translation>日志为空。</translation>
    </message>
    <message>
        <source>No line of the log can be used.</source>
        <translation>日志中没有可用的行。</translation>
    </message>
    <message>
        <source>Give JSON lines that have at least a timestamp and estimated_cost_usd.</source>
        <translation>请提供至少包含 timestamp 和 estimated_cost_usd 的 JSON 行。</translation>
    </message>
    <message>
        <source>it is no JSON object</source>
        <translation>不是 JSON 对象</translation>
    </message>
    <message>
        <source>it has no timestamp</source>
        <translation>没有 timestamp</translation>
    </message>
    <message>
        <source>its estimated_cost_usd is no amount</source>
        <translation>其 estimated_cost_usd 不是金额</translation>
    </message>
    <message>
        <source>it was denied, and cost nothing</source>
        <translation>已被拒绝，没有费用</translation>
    </message>
    <message>
        <source>Give the path of a file that this user may read.</source>
        <translation>请给出此用户可读取的文件路径。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 has more than %2 MB, and is not read.</source>
        <translation>%1 超过 %2 MB，不予读取。</translation>
    </message>
    <message>
        <source>Give the path of another file, or this one in parts.</source>
        <translation>请提供其他文件的路径，或将此文件拆分。</translation>
    </message>
    <message>
        <source>The budget %1 comes from BUDGET_DEFAULT_LIMIT, and is put back at the next start.</source>
        <translation>预算 %1 来自 BUDGET_DEFAULT_LIMIT，下次启动时会恢复。</translation>
    </message>
    <message>
        <source>Change BUDGET_DEFAULT_LIMIT and start Capstan again, or set a budget for the one that it is too small for.</source>
        <translation>请更改 BUDGET_DEFAULT_LIMIT 并重启 Capstan，或为额度不足的一方单独设置预算。</translation>
    </message>
    <message>
        <source>The budget %1 comes from the policy, and is put back at the next start.</source>
        <translation>预算 %1 来自策略，下次启动时会恢复。</translation>
    </message>
    <message>
        <source>Change that rule in the policy&apos;s file, and load it again.</source>
        <translation>请在策略文件中更改该规则，然后重新加载。</translation>
    </message>
    <message>
        <source>is above $5000 per million tokens (was it a price per token?)</source>
        <translation>高于每百万 token $5000（是否填成了每 token 的价格？）</translation>
    </message>
    <message>
        <source>is below $0.00001 per million tokens (is it a price per token?)</source>
        <translation>低于每百万 token $0.00001（是否为每 token 的价格？）</translation>
    </message>
    <message>
        <source>Make room there, or let this user write there.</source>
        <translation>请在那里腾出空间，或允许此用户在那里写入。</translation>
    </message>
    <message>
        <source>The log was not saved to its end.</source>
        <translation>日志未能完整保存。</translation>
    </message>
</context>
<context>
    <name>SettingsModel</name>
    <message>
        <source>“%1” is no IP address.</source>
        <translation>“%1”不是 IP 地址。</translation>
    </message>
    <message>
        <source>Give 127.0.0.1 for this computer only, 0.0.0.0 for all.</source>
        <translation>仅本机填 127.0.0.1，所有计算机填 0.0.0.0。</translation>
    </message>
    <message>
        <source>“%1” is no port.</source>
        <translation>“%1”不是端口。</translation>
    </message>
    <message>
        <source>Give a number from 0 to 65535; 0 picks a free one.</source>
        <translation>请填写 0 到 65535；0 表示自动选择空闲端口。</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>“%1”不是整数。</translation>
    </message>
    <message>
        <source>Give days and megabytes as whole numbers; 0 does not limit.</source>
        <translation>天数和兆字节请填整数；0 表示不限。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>“%1” is no name for an upstream.</source>
        <translation>“%1”不能作为上游名称。</translation>
    </message>
    <message>
        <source>Give a short word without blanks, as vllm.</source>
        <translation>请填写不含空格的短词，例如 vllm。</translation>
    </message>
    <message>
        <source>“%1” is no address of a server.</source>
        <translation>“%1”不是服务器地址。</translation>
    </message>
    <message>
        <source>Give one as http://localhost:8000/v1.</source>
        <translation>请填写类似 http://localhost:8000/v1 的地址。</translation>
    </message>
    <message>
        <source>Only programs on this computer can reach it</source>
        <translation>仅本机程序可以访问</translation>
    </message>
    <message>
        <source>Other computers can reach it; every call needs a virtual key</source>
        <translation>其他计算机可以访问；每次调用都需要虚拟密钥</translation>
    </message>
    <message>
        <source>Settings cannot be kept in a demonstration</source>
        <translation>演示模式下无法保存设置</translation>
    </message>
    <message>
        <source>Set by the command line or the environment</source>
        <translation>由命令行或环境变量设定</translation>
    </message>
    <message>
        <source>Set by %1, the environment or the command line</source>
        <translation>由 %1、环境变量或命令行设定</translation>
    </message>
    <message>
        <source>Always so where other computers can reach it</source>
        <translation>其他计算机可访问时始终如此</translation>
    </message>
    <message>
        <source>What the command line, the environment or %1 says goes before what is set here; Capstan never changes that file. What is set here is kept in %2.</source>
        <translation>命令行、环境变量或 %1 的设定优先于此处；Capstan 不会更改该文件。此处的设置保存在 %2。</translation>
    </message>
    <message>
        <source>The language is another from the next start of Capstan. No call is running.</source>
        <translation>语言将在 Capstan 下次启动后更改。没有进行中的调用。</translation>
    </message>
    <message numerus="yes">
        <source>The language is another from the next start of Capstan. %n running call(s) would be let end first.</source>
        <translation>
            <numerusform>语言将在 Capstan 下次启动后更改。会先等 %n 个进行中的调用完成。</numerusform>
        </translation>
    </message>
    <message>
        <source>A change waits until the proxy is started again. No call is running.</source>
        <translation>有更改将在代理重启后生效。没有进行中的调用。</translation>
    </message>
    <message numerus="yes">
        <source>A change waits until the proxy is started again. %n running call(s) would be let end first.</source>
        <translation>
            <numerusform>有更改将在代理重启后生效。会先等 %n 个进行中的调用完成。</numerusform>
        </translation>
    </message>
    <message>
        <source>The window shows amounts and takes caps in %1. Ledger, exports, invoices and prices of models stay in US dollars.</source>
        <translation>窗口以 %1 显示金额并接受上限。账本、导出、账单和模型价格仍为美元。</translation>
    </message>
    <message>
        <source>US dollars. For another currency: its code, how many units one dollar is worth, and since when, as EUR, %1, 2026-11-02.</source>
        <translation>美元。若用其他货币：代码、一美元值多少单位、自何时起，如 EUR、%1、2026-11-02。</translation>
    </message>
    <message>
        <source>%1 keeps the prompt and the answer of every call of every tenant, up to %2 KiB of each.</source>
        <extracomment>%1 is a place that calls are told to; %2 a number</extracomment>
        <translation>%1 会保存每个租户每次调用的提示词与回答，各最多 %2 KiB。</translation>
    </message>
    <message>
        <source>%1 gets the prompt and the answer of every call of every tenant, up to %2 KiB of each.</source>
        <translation>%1 会收到每个租户每次调用的提示词与回答，各最多 %2 KiB。</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) leave(s) something out.</source>
        <translation>
            <numerusform>%n 条规则会略去部分内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>never kept</source>
        <translation>从不保存</translation>
    </message>
    <message>
        <source>sent to %1</source>
        <translation>发送至 %1</translation>
    </message>
    <message>
        <source>Relayed byte for byte and forgotten: never logged, never in the ledger, and sent to nobody else. Only capstan.yaml can say otherwise, for one telemetry destination at a time.</source>
        <translation>逐字节转发后即丢弃：绝不写入日志，绝不进入账本，也不发送给其他任何人。只有 capstan.yaml 能另行规定，且每次只针对一个遥测目标。</translation>
    </message>
    <message>
        <source>Until it has taken them they wait in the data folder; Capstan&apos;s log and the ledger&apos;s entries never have them. capstan.yaml says so, under content.</source>
        <translation>在被接收之前，它们在数据文件夹中等待；Capstan 的日志和账本条目绝不包含它们。此项由 capstan.yaml 中的 content 规定。</translation>
    </message>
    <message>
        <source>It is not in force yet; nothing changes for any call.</source>
        <translation>它尚未生效；任何调用都不受影响。</translation>
    </message>
    <message>
        <source>Other upstreams serve all of its models.</source>
        <translation>其他上游提供其全部模型。</translation>
    </message>
    <message>
        <source>Nobody else serves %1: calls to it will be refused.</source>
        <translation>没有其他上游提供 %1：对它的调用将被拒绝。</translation>
    </message>
    <message>
        <source>It has %1 now.</source>
        <extracomment>%1 is &quot;2 running calls&quot;</extracomment>
        <translation>它目前有 %1。</translation>
    </message>
    <message>
        <source>It goes on serving until the proxy is started again.</source>
        <translation>在代理重启之前，它会继续提供服务。</translation>
    </message>
</context>
<context>
    <name>SettingsNotice</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Start it again now</source>
        <translation>立即重启</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>First run…</source>
        <translation>首次运行…</translation>
    </message>
    <message>
        <source>Find a vLLM, make a tenant and a key, see the first call</source>
        <translation>查找 vLLM，创建租户和密钥，查看首次调用</translation>
    </message>
    <message>
        <source>Add upstream</source>
        <translation>添加上游</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Prompts and answers</source>
        <translation>提示词与回答</translation>
    </message>
</context>
<context>
    <name>SettingsSections</name>
    <message>
        <source>Upstreams</source>
        <translation>上游</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>凭据</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>监听</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Keeping data</source>
        <translation>数据保留</translation>
    </message>
    <message>
        <source>One number</source>
        <translation>同一个数</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>启动</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Capstan goes on counting</source>
        <translation>Capstan 继续计量</translation>
    </message>
    <message>
        <source>The window is closed, the proxy runs. Open it again, or quit, from this icon.</source>
        <translation>窗口已关闭，代理仍在运行。可通过此图标重新打开或退出。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) is/are running. Capstan can wait until it has/they have ended, or cut it/them now; what was used is counted either way.</source>
        <translation>
            <numerusform>%Ln 个调用正在进行。Capstan 可以等待其完成，也可以立即切断；已使用的部分都会计入。</numerusform>
        </translation>
    </message>
    <message>
        <source>This desktop has no tray for Capstan to go on in. Quitting stops the proxy: programs that call it get no answer then.</source>
        <translation>此桌面没有可供 Capstan 继续运行的托盘。退出会停止代理：调用它的程序将得不到响应。</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Navigation</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Models &amp; prices</source>
        <translation>模型与价格</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>SpendGauge</name>
    <message>
        <source>Today: %1</source>
        <translation>今天：%1</translation>
    </message>
</context>
<context>
    <name>StartingSection</name>
    <message>
        <source>Start at login</source>
        <translation>登录时启动</translation>
    </message>
    <message>
        <source>Counts from the moment you log in</source>
        <translation>从您登录起开始计量</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>配置文件</translation>
    </message>
    <message>
        <source>There is none, and none is needed.</source>
        <translation>没有配置文件，也不需要。</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Read the file as it is now; nothing is changed</source>
        <translation>读取文件当前内容，不做任何更改</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>立即重新启动</translation>
    </message>
    <message>
        <source>Running calls are let end first</source>
        <translation>先等待运行中的调用结束</translation>
    </message>
</context>
<context>
    <name>StopButton</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln 个 Token</numerusform>
        </translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>tag %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>all tenants</source>
        <translation>所有租户</translation>
    </message>
    <message>
        <source>%1: settled</source>
        <translation>%1：已结算</translation>
    </message>
    <message>
        <source>+ held by other calls</source>
        <translation>+ 其他调用预留</translation>
    </message>
    <message>
        <source>+ this call, at most</source>
        <translation>+ 本次调用，最多</translation>
    </message>
    <message>
        <source>stays under the cap of %1 by</source>
        <translation>低于上限 %1</translation>
    </message>
    <message>
        <source>would pass the cap of %1 by</source>
        <translation>将超过上限 %1</translation>
    </message>
    <message>
        <source>Budgets, at %1</source>
        <translation>预算，%1</translation>
    </message>
    <message>
        <source>this call, at most</source>
        <translation>本次调用，最多</translation>
    </message>
    <message>
        <source>of tokens, at most</source>
        <translation>Token 数，最多</translation>
    </message>
    <message>
        <source>clamped to tokens out</source>
        <translation>输出 Token 截短为</translation>
    </message>
    <message>
        <source>tokens out that would fit</source>
        <translation>可容纳的输出 Token</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>attempt %1 of %2</source>
        <translation>第 %1 次尝试，共 %2 次</translation>
    </message>
    <message>
        <source>path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>answered with</source>
        <translation>响应码</translation>
    </message>
    <message>
        <source>Time, %1</source>
        <translation>耗时，%1</translation>
    </message>
    <message>
        <source>Capstan&apos;s own</source>
        <translation>Capstan 自身</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>首个 Token</translation>
    </message>
    <message>
        <source>answer, %1</source>
        <translation>回答，%1</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>tokens in</source>
        <translation>输入 Token</translation>
    </message>
    <message>
        <source>tokens in, cached</source>
        <translation>输入 Token，缓存命中</translation>
    </message>
    <message>
        <source>tokens in, written to the cache</source>
        <translation>输入 Token，写入缓存</translation>
    </message>
    <message>
        <source>tokens out</source>
        <translation>输出 Token</translation>
    </message>
    <message>
        <source>of them reasoning</source>
        <translation>其中推理</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>无价格</translation>
    </message>
    <message>
        <source>price: %1</source>
        <translation>价格：%1</translation>
    </message>
    <message>
        <source>Corrected by %1</source>
        <translation>由 %1 更正</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1，随后%2</translation>
    </message>
    <message>
        <source>nothing was charged</source>
        <translation>未收费</translation>
    </message>
    <message>
        <source>not settled yet</source>
        <translation>尚未结算</translation>
    </message>
    <message>
        <source>settled, reported by the upstream</source>
        <translation>已结算，上游报告</translation>
    </message>
    <message>
        <source>settled, last count of the stream</source>
        <translation>已结算，流的最后计数</translation>
    </message>
    <message>
        <source>settled, estimated</source>
        <translation>已结算，估算</translation>
    </message>
    <message>
        <source>afterwards: %1</source>
        <translation>事后：%1</translation>
    </message>
    <message>
        <source>chosen because</source>
        <translation>选择原因</translation>
    </message>
    <message>
        <source>the model was named</source>
        <translation>指定了模型</translation>
    </message>
    <message>
        <source>little is left of a budget</source>
        <translation>某个预算所剩不多</translation>
    </message>
    <message>
        <source>by the rules</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>%1 at %2 per million</source>
        <comment>4,375 tokens, at a price</comment>
        <translation>%1，每百万 %2</translation>
    </message>
    <message>
        <source>for the request itself</source>
        <translation>请求本身</translation>
    </message>
    <message>
        <source>for a minute of audio</source>
        <translation>每分钟音频</translation>
    </message>
    <message>
        <source>set in this window</source>
        <translation>在此窗口中设置</translation>
    </message>
    <message>
        <source>answered from the cache</source>
        <translation>由缓存应答</translation>
    </message>
    <message>
        <source>waited for room in a budget</source>
        <translation>等待预算余量</translation>
    </message>
    <message>
        <source>So far, in %1</source>
        <translation>目前，用时 %1</translation>
    </message>
    <message>
        <source>metered</source>
        <translation>已计量</translation>
    </message>
    <message>
        <source>held for the rest, at most</source>
        <translation>为其余部分预留，最多</translation>
    </message>
    <message>
        <source>so far; it runs</source>
        <translation>目前；正在进行</translation>
    </message>
    <message>
        <source>waited for room; when it was let in:</source>
        <translation>等待余量；放行时：</translation>
    </message>
    <message>
        <source>Decision, at %1</source>
        <translation>决定，%1</translation>
    </message>
    <message>
        <source>Cut by %1, at %2</source>
        <extracomment>%1 is a budget, %2 the time</extracomment>
        <translation>被 %1 切断，时间 %2</translation>
    </message>
    <message>
        <source>settled, with this call</source>
        <translation>已结算（含此调用）</translation>
    </message>
    <message>
        <source>+ held by running calls</source>
        <translation>+ 运行中的调用预留</translation>
    </message>
    <message>
        <source>past the cap of %1 by</source>
        <translation>超出上限 %1</translation>
    </message>
</context>
<context>
    <name>StoryModel</name>
    <message>
        <source>This request is no longer in the ledger.</source>
        <translation>该请求已不在账本中。</translation>
    </message>
</context>
<context>
    <name>TenantDetail</name>
    <message>
        <source>near</source>
        <comment>its cap</comment>
        <translation>接近上限</translation>
    </message>
    <message>
        <source>full</source>
        <comment>its cap is reached</comment>
        <translation>已满</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>all tenants</source>
        <translation>所有租户</translation>
    </message>
    <message>
        <source>each tenant</source>
        <translation>每个租户</translation>
    </message>
    <message>
        <source>resets %1</source>
        <comment>the cap, at 00:00</comment>
        <translation>%1 重置</translation>
    </message>
    <message>
        <source>audit only</source>
        <translation>仅审计</translation>
    </message>
    <message>
        <source>All tenants</source>
        <translation>所有租户</translation>
    </message>
    <message>
        <source>New daily cap</source>
        <translation>新的每日上限</translation>
    </message>
    <message>
        <source>No cap of its own</source>
        <translation>没有自身上限</translation>
    </message>
    <message>
        <source>%1 spent today</source>
        <translation>今天已花费 %1</translation>
    </message>
    <message>
        <source>no call running</source>
        <translation>没有进行中的调用</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) running</source>
        <translation>
            <numerusform>%Ln 个调用进行中</numerusform>
        </translation>
    </message>
    <message>
        <source>New calls are refused until you resume. Let %1 finish, or cut now?</source>
        <translation>恢复之前，新调用会被拒绝。让 %1完成，还是立即切断？</translation>
    </message>
    <message>
        <source>%1 was counted so far; the cap of %2 is whole again. The log and all totals stay.</source>
        <translation>目前已计 %1；上限 %2 将重新全额可用。日志和各项总计保留。</translation>
    </message>
    <message>
        <source>%1 settled + %2 held of %3</source>
        <translation>已结算 %1 + 预留 %2，共 %3</translation>
    </message>
    <message>
        <source>nobody has called yet</source>
        <translation>尚无人调用</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln of its counters begin at zero. The log and all totals stay.</source>
        <translation>
            <numerusform>其全部 %Ln 个计数器从零开始。日志和各项总计保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>put back at the next start</source>
        <translation>下次启动时恢复</translation>
    </message>
    <message>
        <source>No call is running. From then on every call is refused, until you resume.</source>
        <translation>没有进行中的调用。此后所有调用都会被拒绝，直到您恢复。</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>此操作无法撤销。</translation>
    </message>
    <message>
        <source>Calls that are cut do not come back.</source>
        <translation>被切断的调用无法恢复。</translation>
    </message>
</context>
<context>
    <name>TenantInspector</name>
    <message>
        <source>Inspector</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>重置…</translation>
    </message>
    <message>
        <source>Remove cap</source>
        <translation>移除上限</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不更改</translation>
    </message>
    <message>
        <source>Set a daily cap</source>
        <translation>设置每日上限</translation>
    </message>
    <message>
        <source>Other budgets of all tenants</source>
        <translation>所有租户的其他预算</translation>
    </message>
    <message>
        <source>Other budgets that bind %1</source>
        <translation>约束 %1 的其他预算</translation>
    </message>
    <message>
        <source>Count %1 from zero?</source>
        <translation>将 %1 从零开始计？</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Its other counters, the fullest first</source>
        <translation>其他计数器，最满的在前</translation>
    </message>
    <message>
        <source>Show this counter</source>
        <translation>显示此计数器</translation>
    </message>
    <message>
        <source>Change this cap</source>
        <translation>更改此上限</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
</context>
<context>
    <name>TenantListModel</name>
    <message>
        <source>this week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>in total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>this hour</source>
        <translation>本小时</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tenant(s)</source>
        <translation>
            <numerusform>%Ln 个租户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln budget(s)</source>
        <translation>
            <numerusform>%Ln 个预算</numerusform>
        </translation>
    </message>
    <message>
        <source>paused by you</source>
        <translation>由您暂停</translation>
    </message>
    <message>
        <source>paused by you %1</source>
        <comment>14:32</comment>
        <translation>由您于 %1 暂停</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>无上限</translation>
    </message>
    <message>
        <source>no calls yet</source>
        <translation>还没有调用</translation>
    </message>
    <message>
        <source>near · %1 at this pace</source>
        <comment>17:21</comment>
        <translation>接近 · 按此速度 %1</translation>
    </message>
    <message>
        <source>near</source>
        <comment>its cap</comment>
        <translation>接近上限</translation>
    </message>
    <message>
        <source>All tenants</source>
        <translation>所有租户</translation>
    </message>
</context>
<context>
    <name>TenantTable</name>
    <message>
        <source>Tenants</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>No tenant matches “%1”</source>
        <translation>没有匹配“%1”的租户</translation>
    </message>
    <message>
        <source>No tenant has called yet</source>
        <translation>还没有租户发起调用</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>TenantTableHead</name>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已结算</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>预留</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Burn</source>
        <translation>消耗</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>本时间窗</translation>
    </message>
</context>
<context>
    <name>TenantTableTitles</name>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已结算</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>预留</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Burn</source>
        <translation>消耗</translation>
    </message>
</context>
<context>
    <name>TenantsPage</name>
    <message>
        <source>Tenants</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Ctrl Z</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>No cap was changed yet</source>
        <translation>还没有更改过上限</translation>
    </message>
    <message>
        <source>New budget</source>
        <translation>新建预算</translation>
    </message>
    <message>
        <source>One is being written</source>
        <translation>正在填写一个</translation>
    </message>
    <message>
        <source>Spend by</source>
        <translation>花费统计维度</translation>
    </message>
    <message>
        <source>Filter tenants</source>
        <translation>筛选租户</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>按名称筛选</translation>
    </message>
    <message>
        <source>Select a tenant to see and change its cap</source>
        <translation>选择一个租户以查看和更改上限</translation>
    </message>
    <message>
        <source>Filter budgets</source>
        <translation>筛选预算</translation>
    </message>
    <message>
        <source>Select a budget to see and change its cap</source>
        <translation>选择一个预算以查看和更改上限</translation>
    </message>
</context>
<context>
    <name>TimeFilterChip</name>
    <message>
        <source>from … to …</source>
        <translation>从 … 到 …</translation>
    </message>
    <message>
        <source>Write from when, or until when.</source>
        <translation>请填写起始时间或截止时间。</translation>
    </message>
    <message>
        <source>The end must be after the beginning.</source>
        <translation>结束必须晚于开始。</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two times</comment>
        <translation>%1 至 %2</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Ctrl Z</source>
        <translation>Ctrl Z</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>TodayCard</name>
    <message>
        <source>Today, all tenants</source>
        <translation>今天，所有租户</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>已花费</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>预留</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Set a daily cap</source>
        <translation>设置每日上限</translation>
    </message>
</context>
<context>
    <name>TopModelList</name>
    <message>
        <source>%1 of %2 today</source>
        <translation>今天 %1，共 %2</translation>
    </message>
</context>
<context>
    <name>TopModelsList</name>
    <message>
        <source>Top models today</source>
        <translation>今日主要模型</translation>
    </message>
    <message>
        <source>No model was called today</source>
        <translation>今天没有调用过模型</translation>
    </message>
</context>
<context>
    <name>TopTenantsList</name>
    <message>
        <source>Top tenants today</source>
        <translation>今日主要租户</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>无上限</translation>
    </message>
    <message>
        <source>No tenant has called today</source>
        <translation>今天没有租户发起调用</translation>
    </message>
</context>
<context>
    <name>TrayState</name>
    <message>
        <source>%1   %2 of %3</source>
        <translation>%1   %2 / %3</translation>
    </message>
    <message>
        <source>Near a cap</source>
        <translation>接近上限</translation>
    </message>
    <message>
        <source>A cap is reached</source>
        <translation>已达到上限</translation>
    </message>
    <message>
        <source>All paused</source>
        <translation>全部已暂停</translation>
    </message>
    <message>
        <source>Upstream down</source>
        <translation>上游中断</translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>今天 %1</translation>
    </message>
</context>
<context>
    <name>TypedFilterMenu</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>TypedMoment</name>
    <message>
        <source>“%1” is no time.</source>
        <translation>“%1”不是时间。</translation>
    </message>
    <message>
        <source>Type a time of day (18:00), a length from now (90m, 2h, 3d) or a day (2026-12-01, or with 18:00).</source>
        <translation>请输入时刻（18:00）、从现在起的时长（90m、2h、3d）或日期（2026-12-01，可加 18:00）。</translation>
    </message>
    <message>
        <source>“%1” is over.</source>
        <translation>“%1”已过。</translation>
    </message>
    <message>
        <source>Type a time that is to come.</source>
        <translation>请输入将来的时间。</translation>
    </message>
</context>
<context>
    <name>TypedNumber</name>
    <message>
        <source>“%1” is no number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>Type it like %1.</source>
        <translation>请按 %1 的形式输入。</translation>
    </message>
    <message>
        <source>“%1” may be read in two ways.</source>
        <translation>“%1”可能有两种读法。</translation>
    </message>
    <message>
        <source>Type %1 for thousands, or %2 for a fraction.</source>
        <translation>表示千位请输入 %1，表示小数请输入 %2。</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>“%1”不是整数。</translation>
    </message>
    <message>
        <source>Type digits only.</source>
        <translation>请只输入数字。</translation>
    </message>
</context>
<context>
    <name>UpstreamChange</name>
    <message>
        <source>Upstream %1 added</source>
        <translation>已添加上游 %1</translation>
    </message>
    <message>
        <source>Upstream %1 removed</source>
        <translation>已移除上游 %1</translation>
    </message>
    <message>
        <source>Upstream %1: %2</source>
        <translation>上游 %1：%2</translation>
    </message>
</context>
<context>
    <name>UpstreamDialog</name>
    <message>
        <source>Any server that speaks the OpenAI API: vLLM, SGLang, a provider. Its key is set under Credentials.</source>
        <translation>任何支持 OpenAI API 的服务器：vLLM、SGLang 或提供商。其密钥在“凭据”中设置。</translation>
    </message>
    <message>
        <source>Add an upstream</source>
        <translation>添加上游</translation>
    </message>
    <message>
        <source>Address of %1</source>
        <translation>%1 的地址</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name, as vllm-2</source>
        <translation>名称，例如 vllm-2</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不更改</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>移除 %1？</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
</context>
<context>
    <name>UpstreamFacts</name>
    <message>
        <source>Upstream</source>
        <translation>上游</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV 缓存</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>上游</translation>
    </message>
</context>
<context>
    <name>UpstreamLines</name>
    <message>
        <source>Upstreams</source>
        <translation>上游</translation>
    </message>
</context>
<context>
    <name>Upstreams</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <comment>calls</comment>
        <translation>
            <numerusform>%Ln 个运行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <comment>calls</comment>
        <translation>
            <numerusform>%Ln 个等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>up</source>
        <comment>the server answers</comment>
        <translation>正常</translation>
    </message>
    <message>
        <source>down since %1</source>
        <translation>自 %1 起中断</translation>
    </message>
    <message>
        <source>No upstream</source>
        <translation>没有上游</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>running unknown</source>
        <translation>运行数未知</translation>
    </message>
    <message>
        <source>waiting unknown</source>
        <translation>等待数未知</translation>
    </message>
    <message>
        <source>KV %1</source>
        <extracomment>&quot;KV 38 %&quot;: how full a model server&apos;s cache of keys and values is</extracomment>
        <translation>KV %1</translation>
    </message>
    <message>
        <source>load unknown</source>
        <translation>负载未知</translation>
    </message>
    <message>
        <source>load and output unknown</source>
        <translation>负载与输出未知</translation>
    </message>
    <message>
        <source>output unknown</source>
        <translation>输出未知</translation>
    </message>
    <message>
        <source>%1 of %2 down</source>
        <extracomment>&quot;1 of 3 down&quot;, of the upstreams</extracomment>
        <translation>%2 个中 %1 个中断</translation>
    </message>
    <message numerus="yes">
        <source>%Ln upstream(s)</source>
        <translation>
            <numerusform>%Ln 个上游</numerusform>
        </translation>
    </message>
    <message>
        <source>all up</source>
        <comment>the servers answer</comment>
        <translation>全部正常</translation>
    </message>
    <message>
        <source>down</source>
        <comment>the server does not answer</comment>
        <translation>中断</translation>
    </message>
    <message numerus="yes">
        <source>%Ln up</source>
        <comment>the servers answer</comment>
        <extracomment>&quot;3 up&quot;, of the upstreams</extracomment>
        <translation>
            <numerusform>%Ln 个正常</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Windows</name>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Total cap</source>
        <translation>总上限</translation>
    </message>
    <message>
        <source>Cap per %1</source>
        <comment>6 h</comment>
        <translation>每 %1 上限</translation>
    </message>
    <message>
        <source>Hourly cap</source>
        <translation>每小时上限</translation>
    </message>
    <message>
        <source>Daily cap</source>
        <translation>每日上限</translation>
    </message>
    <message>
        <source>Weekly cap</source>
        <translation>每周上限</translation>
    </message>
    <message>
        <source>Monthly cap</source>
        <translation>每月上限</translation>
    </message>
</context>
<context>
    <name>ZoneFilterChip</name>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
</context>
<context>
    <name>app::DesktopNotifier</name>
    <message>
        <source>Open Capstan</source>
        <translation>打开 Capstan</translation>
    </message>
</context>
<context>
    <name>app::NewsWatch</name>
    <message>
        <source>%1 answers again</source>
        <translation>%1 已恢复响应</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 没有响应</translation>
    </message>
    <message>
        <source>%1 takes nothing</source>
        <translation>%1 不接收数据</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alerts</source>
        <translation>
            <numerusform>%n 条警报</numerusform>
        </translation>
    </message>
    <message>
        <source>Traffic reaches %1 past Capstan</source>
        <translation>有流量绕过 Capstan 到达 %1</translation>
    </message>
    <message>
        <source>%1 and Capstan count differently</source>
        <translation>%1 与 Capstan 的计数不一致</translation>
    </message>
</context>
<context>
    <name>app::ServiceHost</name>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>全部确认</translation>
    </message>
</context>
<context>
    <name>app::TrayIcon</name>
    <message>
        <source>Resume all</source>
        <translation>全部恢复</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>全部暂停</translation>
    </message>
    <message>
        <source>Open Capstan</source>
        <translation>打开 Capstan</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
</TS>
