// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The official OpenAI client, called through Capstan for models of providers that speak something
// else. tst_sdk starts it with CAPSTAN_URL and SDK_PACKAGE.
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import test from 'node:test'

const require = createRequire(`${process.env.SDK_FOLDER}/`)
const OpenAI = require(process.env.SDK_PACKAGE).default
const client = new OpenAI({ baseURL: `${process.env.CAPSTAN_URL}/v1`, apiKey: 'unused', maxRetries: 0 })

const tools = [{
  type: 'function',
  function: { name: 'weather', parameters: { type: 'object', properties: { city: { type: 'string' } } } },
}]
const say = (model, content, more = {}) => ({ model, messages: [{ role: 'user', content }], ...more })

async function failureOf(promise) {
  try {
    await promise
  } catch (error) {
    return error
  }
  return assert.fail('the call was let through')
}

for (const model of ['anthropic', 'gemini', 'ollama']) {
  test(`${model} answers`, async () => {
    const answer = await client.chat.completions.create(say(model, 'Hi [[tokens=7]]'))
    assert.equal(answer.choices[0].message.content.trim(), Array(7).fill('word').join(' '))
    assert.equal(answer.choices[0].finish_reason, 'stop')
    assert.equal(answer.usage.total_tokens, 107)
  })

  test(`${model} is asked with tools in a stream, and again with what they said`, async () => {
    const first = await client.chat.completions.stream(say(model, 'Hi [[tokens=9]] [[sim:tool-call]]', {
      tools, stream_options: { include_usage: true },
    })).finalChatCompletion()
    const [call] = first.choices[0].message.tool_calls
    assert.equal(call.function.name, 'weather')
    assert.deepEqual(JSON.parse(call.function.arguments), { city: 'Oslo' })
    assert.equal(first.choices[0].finish_reason, 'tool_calls')
    assert.equal(first.usage.completion_tokens, 9)
    const second = await client.chat.completions.create({
      model,
      tools,
      messages: [
        { role: 'user', content: 'How is Oslo?' },
        first.choices[0].message,
        { role: 'tool', tool_call_id: call.id, content: 'Rain' },
      ],
    })
    assert.ok(second.choices[0].message.content.length > 0)
  })

  test(`${model} fails in ways that the client knows`, async () => {
    const limited = await failureOf(client.chat.completions.create(say(model, '[[sim:status=429]]')))
    assert.ok(limited instanceof OpenAI.RateLimitError)
    const unable = await failureOf(client.chat.completions.create(say(model, 'Hi', { n: 2 })))
    assert.ok(unable instanceof OpenAI.BadRequestError)
    assert.equal(unable.code, 'unsupported_by_provider')
    const broken = await failureOf((async () => {
      const stream = await client.chat.completions.create(
        say(model, '[[sim:error-mid-stream=2]]', { stream: true }))
      for await (const chunk of stream) {
        assert.ok(chunk)
      }
    })())
    assert.ok(broken instanceof OpenAI.APIError)
    assert.equal(broken.message, 'Overloaded')
  })
}
