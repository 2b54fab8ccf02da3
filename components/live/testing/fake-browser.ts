/** A browser with several tabs, as far as they share an event stream: locks, channels, visibility. */

import { vi } from 'vitest'
import { FakeEventSource, sources } from './fake-event-source'

type Grant = () => Promise<unknown>
interface Request {
  name: string
  grant: Grant
  resolve: (result: unknown) => void
  reject: (error: Error) => void
}

const abortError = () => new DOMException('The request was aborted', 'AbortError')

/** Exclusive locks of the Web Locks API, with `signal` and `steal`. */
class FakeLocks {
  private readonly held = new Map<string, Request>()
  private waiting: Request[] = []

  request(name: string, { steal, signal }: LockOptions, grant: Grant): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const request = { name, grant, resolve, reject }
      signal?.addEventListener('abort', () => {
        if (!this.waiting.includes(request)) return
        this.waiting = this.waiting.filter((other) => other !== request)
        reject(abortError())
      })
      if (steal) this.takeFrom(name, request)
      else this.waiting.push(request)
      this.grantNext(name)
    })
  }

  private takeFrom(name: string, request: Request) {
    this.held.get(name)?.reject(abortError())
    this.held.delete(name)
    this.waiting.unshift(request)
  }

  private grantNext(name: string) {
    const next = this.waiting.find((request) => request.name === name)
    if (!next || this.held.has(name)) return
    this.waiting = this.waiting.filter((other) => other !== next)
    this.held.set(name, next)
    const release = () => {
      if (this.held.get(name) !== next) return
      this.held.delete(name)
      this.grantNext(name)
    }
    void next.grant().then((result) => {
      release()
      next.resolve(result)
    })
  }
}

const channels = new Set<FakeChannel>()
/** Tabs that the browser has stopped: they neither hear nor answer, and keep their locks. */
const stopped = new Set<FakeDocument>()

class FakeChannel {
  onmessage: ((event: { data: unknown }) => void) | null = null
  private readonly owner = globalThis.document as unknown as FakeDocument
  constructor(private readonly name: string) {
    channels.add(this)
  }
  postMessage(data: unknown) {
    if (stopped.has(this.owner)) return
    for (const other of channels)
      if (other !== this && other.name === this.name && !stopped.has(other.owner)) other.onmessage?.({ data })
  }
  close() {
    channels.delete(this)
  }
}

class FakeDocument extends EventTarget {
  hidden = false
}

export interface Tab {
  /** Runs code of this tab, which becomes the current one. */
  run<T>(code: () => T): T
  setHidden(isHidden: boolean): void
  /** The browser stops the tab, as it does in the background. */
  stop(): void
}

/** What a browser may lack or refuse. */
export const LOCK_REFUSALS: readonly (readonly [name: string, navigator: object])[] = [
  ['has no locks', {}],
  [
    'throws when it is asked for locks',
    {
      get locks() {
        throw new DOMException('refused', 'SecurityError')
      },
    },
  ],
  [
    'throws when a lock is requested',
    {
      locks: {
        request() {
          throw new DOMException('refused', 'SecurityError')
        },
      },
    },
  ],
  [
    'refuses locks',
    { locks: { request: () => Promise.reject(new DOMException('refused', 'SecurityError')) } },
  ],
]

/** Starts a browser in place of the global objects. @param navigator by default one with locks */
export const startFakeBrowser = (navigator: object = { locks: new FakeLocks() }): { openTab(): Tab } => {
  vi.useFakeTimers()
  vi.stubGlobal('navigator', navigator)
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('BroadcastChannel', FakeChannel)
  vi.stubGlobal('EventSource', FakeEventSource)
  return {
    openTab() {
      const tab = new FakeDocument()
      const run = <T>(code: () => T): T => {
        vi.stubGlobal('document', tab)
        return code()
      }
      return {
        run,
        setHidden: (isHidden) =>
          run(() => {
            tab.hidden = isHidden
            tab.dispatchEvent(new Event('visibilitychange'))
          }),
        stop: () => void stopped.add(tab),
      }
    },
  }
}

export const stopFakeBrowser = (): void => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  sources.length = 0
  channels.clear()
  stopped.clear()
}

/** Waits until the promises that are due have run, as for a lock that was released. */
export const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0)
