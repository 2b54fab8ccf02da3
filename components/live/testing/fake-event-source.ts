/** `EventSource` without a server: tests send its events. */

/** The last one opened is the current one. */
export const sources: FakeEventSource[] = []

export class FakeEventSource extends EventTarget {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSED = 2
  readyState = FakeEventSource.CONNECTING
  constructor(readonly url: string) {
    super()
    sources.push(this)
  }
  close() {
    this.readyState = FakeEventSource.CLOSED
  }
  receive(type: string, data = '') {
    this.readyState = FakeEventSource.OPEN
    this.dispatchEvent(new MessageEvent(type, { data }))
  }
  /** The stream breaks: the browser resumes it (CONNECTING) or gives up (CLOSED), as after a 503. */
  fail(readyState: number) {
    this.readyState = readyState
    this.dispatchEvent(new Event('error'))
  }
}

/** The URLs of all streams that are open. */
export const openUrls = (): string[] =>
  sources.filter(({ readyState }) => readyState !== FakeEventSource.CLOSED).map(({ url }) => url)

export const currentSource = (): FakeEventSource => sources.at(-1) as FakeEventSource
