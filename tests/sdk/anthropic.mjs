// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The official Anthropic client, called as its documentation shows, through Capstan to vLLM's
// Messages API. tst_sdk starts it with CAPSTAN_URL, CAPSTAN_KEY (of the tenant "sdk", for the model
// "cent") and CAPSTAN_POOR_KEY (a spent budget).
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import test from 'node:test'

const require = createRequire(`${process.env.SDK_FOLDER}/`)
const Anthropic = require(process.env.SDK_PACKAGE).default

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
  return new Anthropic({ baseURL: process.env.CAPSTAN_URL, apiKey, fetch: countingFetch, ...options })
}

const say = (content, more = {}) => (
  { model: 'cent', max_tokens: 64, messages: [{ role: 'user', content }], ...more })

const tools = [{
  name: 'weather',
  description: 'The weather of a city',
  input_schema: { type: 'object', properties: { city: { type: 'string' } } },
}]

async function failureOf(promise) {
  try {
    await promise
  } catch (error) {
    return error
  }
  return assert.fail('the call was let through')
}

test('a message is answered, with its usage', async () => {
  const { data, response } = await client().messages.create(say('Hi [[tokens=7]]')).withResponse()
  assert.equal(data.type, 'message')
  assert.equal(data.role, 'assistant')
  assert.equal(data.stop_reason, 'end_turn')
  assert.ok(data.content[0].text.length > 0)
  assert.equal(data.usage.output_tokens, 7)
  assert.equal(response.headers.get('x-capstan-cost-usd'), '0.07')
})

test('a stream comes in pieces and adds up to the message', async () => {
  const stream = client().messages.stream(say('Hi [[tokens=9]]'))
  let pieces = 0
  stream.on('text', () => { pieces += 1 })
  const message = await stream.finalMessage()
  assert.ok(pieces > 1)
  assert.equal(message.stop_reason, 'end_turn')
  assert.equal(message.usage.output_tokens, 9)
  assert.ok(message.usage.input_tokens > 0)
})

test('a stream may be left', async () => {
  const stream = await client().messages.create(
    say('Hi [[sim:never-ending slow-tokens=200]]', { stream: true, max_tokens: 4000 }))
  let pieces = 0
  for await (const event of stream) {
    pieces += event.type === 'content_block_delta' ? 1 : 0
    if (pieces > 3) {
      break
    }
  }
  assert.ok(pieces > 3)
})

test('tools are called, whole and streamed', async () => {
  const answer = await client().messages.create(say('Hi [[sim:tool-call]]', { tools }))
  const use = answer.content.find((block) => block.type === 'tool_use')
  assert.equal(use.name, 'weather')
  assert.equal(typeof use.input, 'object')
  assert.equal(answer.stop_reason, 'tool_use')
  const streamed = await client().messages.stream(say('Hi [[sim:tool-call]]', { tools })).finalMessage()
  assert.deepEqual(streamed.content.find((block) => block.type === 'tool_use').input, use.input)
})

test('what a tool said goes back', async () => {
  const answer = await client().messages.create(say('', {
    tools,
    messages: [
      { role: 'user', content: 'How is Oslo?' },
      { role: 'assistant', content: [{ type: 'tool_use', id: 't1', name: 'weather', input: { city: 'Oslo' } }] },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 't1', content: 'Rain' }] },
    ],
  }))
  assert.ok(answer.usage.input_tokens > 0)
})

test('tokens are counted for nothing', async () => {
  const words = { model: 'cent', messages: [{ role: 'user', content: 'one two three' }] }
  const counted = await client().messages.countTokens(words)
  const answer = await client().messages.create({ ...words, max_tokens: 1 })
  assert.equal(counted.input_tokens, answer.usage.input_tokens)
})

test('errors are what the client knows', async () => {
  const wrongKey = await failureOf(client('sk-cap-wrong').messages.create(say('Hi')))
  assert.ok(wrongKey instanceof Anthropic.AuthenticationError)
  assert.equal(wrongKey.error.type, 'error')
  assert.equal(wrongKey.error.error.type, 'authentication_error')
  const otherModel = await failureOf(
    client().messages.create(say('Hi', { model: 'cent-and-mill' })))
  assert.ok(otherModel instanceof Anthropic.PermissionDeniedError)
  assert.equal(otherModel.error.error.code, 'model_not_allowed')
  const noLimit = await failureOf(client().messages.create(say('Hi', { max_tokens: 0 })))
  assert.ok(noLimit instanceof Anthropic.BadRequestError)
  assert.equal(noLimit.error.error.type, 'invalid_request_error')
})

test('a spent budget is told once, and not asked again', async () => {
  const refused = await failureOf(
    client(process.env.CAPSTAN_POOR_KEY, { maxRetries: 5 }).messages.create(say('Hi')))
  assert.equal(refused.status, 402)
  assert.equal(refused.error.error.type, 'billing_error')
  assert.equal(refused.error.error.code, 'budget_exceeded')
  assert.equal(refused.error.error.limit_usd, 0.01)
  assert.equal(attempts, 1)
})

test('an upstream that fails is asked again', async () => {
  const failed = await failureOf(client(undefined, { maxRetries: 1 }).messages.create(say('Hi [[sim:500]]')))
  assert.ok(failed instanceof Anthropic.InternalServerError)
  assert.equal(failed.error.error.type, 'api_error')
  assert.equal(attempts, 2)
})

// Told to wait a second, the client waits and asks again, as it would at the provider itself.
test('an upstream that is too busy is asked again after the time that it names', async () => {
  const { data, response } = await client(undefined, { maxRetries: 2, fetch: busyOnce })
    .messages.create(say('Hi! [[tokens=3]]')).withResponse()
  assert.equal(data.usage.output_tokens, 3)
  assert.equal(response.headers.get('x-capstan-cost-usd'), '0.03')
  assert.equal(attempts, 2)
  assert.equal(busy.status, 429)
  assert.equal(busy.headers.get('retry-after'), '1')
})

test('an error in the middle of a stream is an error', async () => {
  const failed = await failureOf(
    client().messages.stream(say('Hi [[tokens=9]] [[sim:error-mid-stream=4]]')).finalMessage())
  assert.ok(failed instanceof Anthropic.APIError)
})
