import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { backoffMs } from '@/temporal/contract/backoff'
import { LIVE_BACKOFF, openEventStream, SILENCE_MS } from './event-stream'
import { toCaseChange } from './stream-messages'
import { currentSource, FakeEventSource, sources } from './testing/fake-event-source'

const RESUME_MS = 4_000
const BACKOFF = { firstMs: 1_000, maxMs: 8_000 }

const { CONNECTING, CLOSED } = FakeEventSource

const open = () => {
  const messages: unknown[] = []
  const onBreak = vi.fn()
  const close = openEventStream('/events', {
    backoff: BACKOFF,
    parse: toCaseChange,
    onMessage: (message) => messages.push(message.kind === 'case' ? message.change : message.kind),
    onBreak,
  })
  return { messages, onBreak, close }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('EventSource', FakeEventSource)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  sources.length = 0
})

describe('openEventStream', () => {
  it('passes on the messages of the server', () => {
    const { messages } = open()
    expect(currentSource().url).toBe('/events')
    currentSource().receive('ready')
    currentSource().receive('case', '{"caseId":"ord_1","version":3}')
    currentSource().receive('ping')
    expect(messages).toEqual(['ready', { caseId: 'ord_1', version: 3 }, 'ping'])
  })

  it('ignores an event with invalid data instead of throwing', () => {
    const { messages } = open()
    for (const data of ['', 'null', '[]', '7', '{"caseId":1,"version":2}', '{"caseId":"a"}'])
      currentSource().receive('case', data)
    expect(messages).toEqual([])
  })

  it('leaves it to the browser to resume a stream, and only says that it broke', () => {
    const { messages, onBreak } = open()
    currentSource().receive('ready')
    currentSource().fail(CONNECTING)
    expect(onBreak).toHaveBeenCalledOnce()
    vi.advanceTimersByTime(RESUME_MS - 1)
    currentSource().receive('ready')
    vi.advanceTimersByTime(RESUME_MS)
    expect(messages).toEqual(['ready', 'ready'])
    expect(sources).toHaveLength(1)
  })

  it('reconnects where the browser does not resume in time, however often it tries', () => {
    const { messages } = open()
    currentSource().receive('ready')
    for (let waitedMs = 0; waitedMs < RESUME_MS; waitedMs += 1_000) {
      currentSource().fail(CONNECTING)
      vi.advanceTimersByTime(999)
      expect(messages).toEqual(['ready'])
      vi.advanceTimersByTime(1)
    }
    expect(messages).toEqual(['ready', 'lost'])
    expect(currentSource().readyState).toBe(CLOSED)
    vi.advanceTimersByTime(BACKOFF.firstMs)
    expect(sources).toHaveLength(2)
  })

  it('reconnects after a refusal with growing delays, from the first one again after a message', () => {
    const { messages, onBreak } = open()
    for (const delayMs of [1_000, 2_000, 4_000]) {
      const opened = sources.length
      currentSource().fail(CLOSED)
      vi.advanceTimersByTime(delayMs - 1)
      expect(sources).toHaveLength(opened)
      vi.advanceTimersByTime(1)
      expect(sources).toHaveLength(opened + 1)
    }
    expect(messages).toEqual(['lost', 'lost', 'lost'])
    expect(onBreak).toHaveBeenCalledTimes(3)
    currentSource().receive('ready')
    currentSource().fail(CLOSED)
    vi.advanceTimersByTime(BACKOFF.firstMs)
    expect(sources).toHaveLength(5)
  })

  it('reconnects when the server is silent, whatever the browser says', () => {
    const { messages } = open()
    vi.advanceTimersByTime(SILENCE_MS - 1)
    currentSource().receive('ping')
    vi.advanceTimersByTime(SILENCE_MS - 1)
    expect(messages).toEqual(['ping'])
    vi.advanceTimersByTime(1 + BACKOFF.firstMs)
    expect(messages).toEqual(['ping', 'lost'])
    expect(sources).toHaveLength(2)
  })

  it('does not wait for the next retry once the browser is online again', () => {
    open()
    currentSource().fail(CLOSED)
    window.dispatchEvent(new Event('online'))
    expect(sources).toHaveLength(2)
    window.dispatchEvent(new Event('online'))
    vi.advanceTimersByTime(BACKOFF.maxMs)
    expect(sources).toHaveLength(2)
  })

  it('stays closed once it was closed', () => {
    const { messages, close } = open()
    currentSource().fail(CLOSED)
    close()
    window.dispatchEvent(new Event('online'))
    vi.advanceTimersByTime(SILENCE_MS)
    expect(sources).toHaveLength(1)
    expect(messages).toEqual(['lost'])
  })
})

describe('the back-off of the live stream', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('doubles from half a second up to 15 s', () => {
    vi.spyOn(Math, 'random').mockReturnValue(1)
    expect([0, 1, 2, 3, 4, 5, 6, 20].map((retry) => backoffMs(retry, LIVE_BACKOFF))).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000,
    ])
  })

  it('spreads reconnecting browsers over half of the delay', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0)
    expect(backoffMs(3, LIVE_BACKOFF)).toBe(2_000)
  })
})
