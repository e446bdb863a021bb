// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The official OpenAI client, called as its documentation shows, through Capstan. tst_sdk starts
// it with CAPSTAN_URL, CAPSTAN_KEY (of the tenant "sdk", for the model "cent"), CAPSTAN_POOR_KEY (a
// spent budget), CAPSTAN_SMALL_KEY (100 tokens a minute) and SDK_PACKAGE.
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import test from 'node:test'

const require = createRequire(`${process.env.SDK_FOLDER}/`)
const OpenAI = require(process.env.SDK_PACKAGE).default

let attempts = 0
const countingFetch = (...call) => {
  attempts += 1
  return fetch(...call)
}

// The first call meets an upstream that answers 429; the next ones the same upstream, well again.
let busy = null
async function busyOnce(url, init) {
  attempts += 1
  if (attempts > 1) {
    return fetch(url, init)
  }
  // As long as before: older clients write the length themselves.
  const body = init.body.replace('Hi! [[tokens=3]]', 'Hi [[sim:429=1]]')
  busy = await fetch(url, { ...init, body })
  return busy
}

function client(apiKey = process.env.CAPSTAN_KEY, options = {}) {
  attempts = 0
  const baseURL = `${process.env.CAPSTAN_URL}/v1`
  return new OpenAI({ baseURL, apiKey, fetch: countingFetch, ...options })
}

const say = (content, more = {}) => ({ model: 'cent', messages: [{ role: 'user', content }], ...more })

async function failureOf(promise) {
  try {
    await promise
  } catch (error) {
    return error
  }
  return assert.fail('the call was let through')
}

test('chat answers, with its usage', async () => {
  const { data, response } = await client().chat.completions.create(say('Hi [[tokens=7]]')).withResponse()
  assert.equal(data.choices[0].message.role, 'assistant')
  assert.equal(data.choices[0].finish_reason, 'stop')
  assert.ok(data.choices[0].message.content.length > 0)
  assert.equal(data.usage.completion_tokens, 7)
  assert.equal(response.headers.get('x-capstan-cost-usd'), '0.07')
  assert.equal(response.headers.get('x-ratelimit-limit-requests'), '1000')
})

test('a stream comes in pieces, without usage that was not asked for', async () => {
  const stream = await client().chat.completions.create(say('Hi [[tokens=9]]', { stream: true }))
  let pieces = 0
  let finish = null
  for await (const chunk of stream) {
    assert.ok(!chunk.usage)
    pieces += chunk.choices[0]?.delta?.content ? 1 : 0
    finish = chunk.choices[0]?.finish_reason ?? finish
  }
  assert.ok(pieces > 1)
  assert.equal(finish, 'stop')
})

test('a stream tells its usage when asked', async () => {
  const wish = { stream: true, stream_options: { include_usage: true } }
  let usage = null
  for await (const chunk of await client().chat.completions.create(say('Hi [[tokens=9]]', wish))) {
    usage = chunk.usage ?? usage
  }
  assert.equal(usage.completion_tokens, 9)
})

test('a stream may be left', async () => {
  const stream = await client().chat.completions.create(
    say('Hi [[sim:never-ending slow-tokens=200]]', { stream: true }))
  let pieces = 0
  for await (const chunk of stream) {
    pieces += chunk.choices.length
    if (pieces > 3) {
      break
    }
  }
  assert.ok(pieces > 3)
})

test('tools are called, whole and streamed', async () => {
  const tools = [{
    type: 'function',
    function: { name: 'weather', parameters: { type: 'object', properties: { city: { type: 'string' } } } },
  }]
  const answer = await client().chat.completions.create(say('Hi [[sim:tool-call]]', { tools }))
  const call = answer.choices[0].message.tool_calls[0]
  assert.equal(call.function.name, 'weather')
  JSON.parse(call.function.arguments)
  assert.equal(answer.choices[0].finish_reason, 'tool_calls')
  let streamed = ''
  const wish = { tools, stream: true }
  for await (const chunk of await client().chat.completions.create(say('Hi [[sim:tool-call]]', wish))) {
    streamed += chunk.choices[0]?.delta?.tool_calls?.[0]?.function?.arguments ?? ''
  }
  JSON.parse(streamed)
})

test('JSON mode gives JSON', async () => {
  const answer = await client().chat.completions.create(
    say('Hi [[tokens=4]]', { response_format: { type: 'json_object' } }))
  assert.equal(answer.choices[0].finish_reason, 'stop')
  assert.equal(typeof JSON.parse(answer.choices[0].message.content), 'object')
  assert.equal(answer.usage.completion_tokens, 4)
})

test('a schema is kept, and parsed by the client', async () => {
  const api = client() // which keeps it among its betas, where it is older
  const completions = api.chat.completions.parse ? api.chat.completions : api.beta.chat.completions
  const answer = await completions.parse(say('Hi [[tokens=4]]', {
    response_format: {
      type: 'json_schema',
      json_schema: { name: 'answer', strict: true, schema: { type: 'object', properties: {} } },
    },
  }))
  assert.equal(typeof answer.choices[0].message.parsed, 'object')
})

test('legacy completions answer', async () => {
  const answer = await client().completions.create({ model: 'cent', prompt: 'Hi', max_tokens: 5 })
  assert.ok(answer.usage.completion_tokens > 0 && answer.usage.completion_tokens <= 5)
})

test('embeddings answer, in the encoding that the client asks for', async () => {
  const answer = await client().embeddings.create({ model: 'cent', input: ['one', 'two'] })
  assert.equal(answer.data.length, 2)
  assert.ok(answer.data[0].embedding.length > 0)
  assert.equal(typeof answer.data[0].embedding[0], 'number')
})

test('the model list holds what the key may use', async () => {
  const models = []
  for await (const model of client().models.list()) {
    models.push(model.id)
  }
  assert.deepEqual(models, ['cent'])
})

test('errors are what the client knows', async () => {
  const wrongKey = await failureOf(client('sk-cap-wrong').chat.completions.create(say('Hi')))
  assert.ok(wrongKey instanceof OpenAI.AuthenticationError)
  assert.equal(wrongKey.code, 'invalid_api_key')
  const otherModel = await failureOf(
    client().chat.completions.create({ ...say('Hi'), model: 'cent-and-mill' }))
  assert.ok(otherModel instanceof OpenAI.PermissionDeniedError)
  assert.equal(otherModel.code, 'model_not_allowed')
  const noMessages = await failureOf(client().chat.completions.create({ model: 'cent' }))
  assert.ok(noMessages instanceof OpenAI.BadRequestError)
})

test('a spent budget is told once, and not asked again', async () => {
  const refused = await failureOf(
    client(process.env.CAPSTAN_POOR_KEY, { maxRetries: 5 }).chat.completions.create(say('Hi')))
  assert.equal(refused.status, 402)
  assert.equal(refused.code, 'budget_exceeded')
  assert.equal(refused.error.limit_usd, 0.01)
  assert.equal(attempts, 1)
})

// 429 is a status that the client asks again for, unless x-should-retry says no.
test('a call that can never pass a rate limit is not asked again', async () => {
  const words = 'word '.repeat(500)
  const refused = await failureOf(
    client(process.env.CAPSTAN_SMALL_KEY, { maxRetries: 5 }).chat.completions.create(say(words)))
  assert.ok(refused instanceof OpenAI.RateLimitError)
  assert.equal(refused.code, 'rate_limit_exceeded')
  assert.equal(attempts, 1)
})

test('an upstream that fails is asked again', async () => {
  const failed = await failureOf(
    client(undefined, { maxRetries: 1 }).chat.completions.create(say('Hi [[sim:500]]')))
  assert.ok(failed instanceof OpenAI.InternalServerError)
  assert.equal(attempts, 2)
})

// Told to wait a second, the client waits and asks again, as it would at the provider itself.
test('an upstream that is too busy is asked again after the time that it names', async () => {
  const { data, response } = await client(undefined, { maxRetries: 2, fetch: busyOnce })
    .chat.completions.create(say('Hi! [[tokens=3]]')).withResponse()
  assert.equal(data.usage.completion_tokens, 3)
  assert.equal(response.headers.get('x-capstan-cost-usd'), '0.03')
  assert.equal(attempts, 2)
  assert.equal(busy.status, 429)
  assert.equal(busy.headers.get('retry-after'), '1')
})

test('an error in the middle of a stream is an error', async () => {
  const failed = await failureOf((async () => {
    const stream = await client().chat.completions.create(
      say('Hi [[sim:error-mid-stream=2]]', { stream: true }))
    for await (const chunk of stream) {
      assert.ok(chunk)
    }
  })())
  assert.ok(failed instanceof OpenAI.APIError)
})

test('responses answer, with their usage', async () => {
  const { data, response } = await client().responses.create(
    { model: 'cent', input: 'Hi [[tokens=7]]', instructions: 'Be brief.' }).withResponse()
  assert.equal(data.object, 'response')
  assert.equal(data.status, 'completed')
  assert.ok(data.output_text.length > 0)
  assert.equal(data.usage.output_tokens, 7)
  assert.equal(response.headers.get('x-capstan-cost-usd'), '0.07')
})

test('responses stream by their events', async () => {
  const stream = await client().responses.create({ model: 'cent', input: 'Hi [[tokens=9]]', stream: true })
  let text = ''
  let last = null
  for await (const event of stream) {
    text += event.type === 'response.output_text.delta' ? event.delta : ''
    last = event
  }
  assert.equal(last.type, 'response.completed')
  assert.equal(last.response.usage.output_tokens, 9)
  assert.equal(last.response.output[0].content[0].text, text)
})

test('responses without an end to their cost are refused', async () => {
  const refused = await failureOf(client().responses.create(
    { model: 'cent', input: 'Hi', tools: [{ type: 'web_search' }] }))
  assert.ok(refused instanceof OpenAI.BadRequestError)
  const poor = await failureOf(client(process.env.CAPSTAN_POOR_KEY, { maxRetries: 5 }).responses.create(
    { model: 'cent', input: 'Hi' }))
  assert.equal(poor.status, 402)
  assert.equal(attempts, 1)
})
