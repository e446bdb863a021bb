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
</context>
<context>
    <name>AlertHistoryModel</name>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
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
        <translation>每个租户</translation>
    </message>
    <message>
        <source>each value</source>
        <translation>每个值</translation>
    </message>
    <message>
        <source>All tenants</source>
        <translation>所有租户</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
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
        <source>Unmute</source>
        <translation>取消静音</translation>
    </message>
    <message>
        <source>Mute…</source>
        <translation>静音…</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
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
        <source>Last 7 days: counting…</source>
        <translation>最近 7 天：正在统计…</translation>
    </message>
    <message>
        <source>%1: %2 refused</source>
        <translation>%1：拒绝 %2 次</translation>
    </message>
    <message>
        <source>What it would have refused cannot be told: %1</source>
        <translation>无法得知会拒绝什么：%1</translation>
    </message>
    <message numerus="yes">
        <source>Last 7 days: matches more than %Ln call(s), would have refused %1</source>
        <translation>
            <numerusform>最近 7 天：匹配超过 %Ln 次调用，会拒绝 %1 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last 7 days: matches %Ln call(s), would have refused %1</source>
        <translation>
            <numerusform>最近 7 天：匹配 %Ln 次调用，会拒绝 %1 次</numerusform>
        </translation>
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
        <source>each of them</source>
        <translation>每一个</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>多少</translation>
    </message>
    <message>
        <source>$20.00</source>
        <translation>$20.00</translation>
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
        <source>Per</source>
        <translation>每</translation>
    </message>
    <message>
        <source>Per what</source>
        <translation>每个周期</translation>
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
        <source>Set this budget</source>
        <translation>设置此预算</translation>
    </message>
    <message>
        <source>Say how much first</source>
        <translation>请先填写数额</translation>
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
        <source>Burn at %1: %2 dollars per hour</source>
        <translation>%1 的消耗：每小时 %2 美元</translation>
    </message>
    <message>
        <source>No pace yet</source>
        <translation>尚无速度</translation>
    </message>
    <message>
        <source>Nothing was spent in that time</source>
        <translation>这段时间没有花费</translation>
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
        <source>$/h</source>
        <translation>$/小时</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
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
</context>
<context>
    <name>CapChange</name>
    <message>
        <source>All tenants</source>
        <translation>所有租户</translation>
    </message>
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
        <source>Last 7 days: counting…</source>
        <translation>最近 7 天：正在统计…</translation>
    </message>
    <message>
        <source>What it would have refused cannot be told: %1</source>
        <translation>无法得知会拒绝什么：%1</translation>
    </message>
    <message numerus="yes">
        <source>Last 7 days: %1 of more than %Ln call(s) would have been refused</source>
        <translation>
            <numerusform>最近 7 天：超过 %Ln 次调用中，%1 次会被拒绝</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last 7 days: %1 of %Ln call(s) would have been refused</source>
        <translation>
            <numerusform>最近 7 天：%Ln 次调用中，%1 次会被拒绝</numerusform>
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
        <source>Set one under Models &amp; prices.</source>
        <translation>请在“模型与价格”中设置。</translation>
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
    <name>DimensionList</name>
    <message>
        <source>not given</source>
        <translation>未提供</translation>
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
    <name>EarlierAlert</name>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
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
    <name>FilterChip</name>
    <message>
        <source>Filter; Delete takes it away</source>
        <translation>筛选；按 Delete 移除</translation>
    </message>
</context>
<context>
    <name>FindDialog</name>
    <message>
        <source>Find a tenant, model, request id or action</source>
        <translation>查找租户、模型、请求 ID 或操作</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Nothing is called “%1”</source>
        <translation>没有名为“%1”的项目</translation>
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
        <source>%n of four steps done. Nothing is sent anywhere except to your own model server.</source>
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
        <source>Warns at 80 % and 95 %, refuses at 100 %</source>
        <translation>80% 和 95% 时警告，100% 时拒绝</translation>
    </message>
    <message>
        <source>A tenant is whoever pays: a team, a project, a product. It warns at 80 % and 95 % of its cap and refuses at 100 %.</source>
        <translation>租户就是付费方：团队、项目或产品。达到上限的 80% 和 95% 时警告，100% 时拒绝。</translation>
    </message>
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
        <source>Close month…</source>
        <translation>关账…</translation>
    </message>
    <message>
        <source>Give this invoice its number</source>
        <translation>为此账单编号</translation>
    </message>
    <message>
        <source>A month can be closed once, when it is over</source>
        <translation>每月只能关账一次，且须在该月结束后</translation>
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
</context>
<context>
    <name>InvoiceDesk</name>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Choose a tenant and a month</source>
        <translation>请选择租户和月份</translation>
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
        <source>hold or follow the log</source>
        <translation>停住或跟随日志</translation>
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
        <source>none; else dollars a day</source>
        <translation>无；或填每天美元数</translation>
    </message>
    <message>
        <source>Cap of its own</source>
        <translation>自身上限</translation>
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
        <source>Remove my price</source>
        <translation>移除我的价格</translation>
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
        <source>Cache write, fee, first day…</source>
        <translation>缓存写入、费用、首日…</translation>
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
</context>
<context>
    <name>PricePast</name>
    <message>
        <source>Last 7 days: counting…</source>
        <translation>最近 7 天：正在统计…</translation>
    </message>
    <message>
        <source>Last 7 days: %1 spent in all; at this price it would have been %2.</source>
        <translation>最近 7 天：总花费 %1；按此价格本应为 %2。</translation>
    </message>
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
        <source>Raise by, dollars</source>
        <translation>提高金额（美元）</translation>
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
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
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
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>启动</translation>
    </message>
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
    <message>
        <source>Relayed byte for byte and forgotten: never logged, and never in the ledger. Nobody else is sent them unless capstan.yaml says so for a telemetry destination.</source>
        <translation>逐字节转发后即忘：不写日志，也不进账本。除非 capstan.yaml 为遥测目标另行指定，不会发送给他人。</translation>
    </message>
    <message>
        <source>never kept</source>
        <translation>从不保存</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>登录时启动</translation>
    </message>
    <message>
        <source>Counts from the moment you log in</source>
        <translation>从您登录起开始计量</translation>
    </message>
    <message>
        <source>One number</source>
        <translation>同一个数</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
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
        <source>Pause %1?</source>
        <translation>暂停 %1？</translation>
    </message>
    <message>
        <source>Let them finish</source>
        <translation>让其完成</translation>
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
        <source>Count %1 from zero?</source>
        <translation>将 %1 从零开始计？</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
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
</context>
<context>
    <name>UpstreamFacts</name>
    <message>
        <source>Upstream</source>
        <translation>上游</translation>
    </message>
    <message>
        <source>down</source>
        <translation>中断</translation>
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
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>取消静音</translation>
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
