/** Every change of a case goes through here: version, stream, search attributes and projection in one call. */

import { allHandlersFinished, condition, upsertSearchAttributes } from '@temporalio/workflow'
import type { ProjectionWrite } from '../contract/activities'
import type { Written } from '../contract/approval'
import type { View } from '../contract/case'
import type { Person } from '../contract/people'
import { searchAttributesOf } from '../contract/search-attributes'
import { type CaseState, canMove } from '../contract/states'
import { type StreamCode, type StreamEntry, type StreamParams, SYSTEM } from '../contract/stream'

/** Writes one projection; retries by itself and settles in the end. */
export type SaveCase = (write: ProjectionWrite) => Promise<void>

/** What is written to the stream with a change. */
export interface Note {
  code: StreamCode
  params?: StreamParams
  sender?: Person
}

/** Entries that a view keeps once they are written; older ones are read from `case_events`. */
const KEPT_ENTRIES = 200
/** Characters that kept, and that unwritten, entries may have: 2 MB of UTF-8 is the most a payload may be. */
const MAX_STREAM_CHARS = 150_000

/** Current time of the workflow's clock, ISO 8601. */
export const now = (): string => new Date().toISOString()

const sizeOf = (entries: readonly StreamEntry[]): number =>
  entries.reduce((sum, entry) => sum + JSON.stringify(entry).length, 0)

/** What the first note of a change says of the state that it leaves. */
const moveOf = (from: CaseState, to: CaseState | undefined): StreamParams =>
  to && to !== from ? { stateFrom: from, stateTo: to } : {}

export class Announcer<V extends View> {
  private indexedVersion: number

  /** @param written how far the row has come already, in a run that goes on with another's state */
  constructor(
    readonly view: V,
    private readonly save: SaveCase,
    readonly written: Written = { version: view.version, entryId: 0 },
  ) {
    this.indexedVersion = view.version
  }

  /**
   * Applies a change and announces it.
   * @throws Error where the transition tables do not allow the new state: a bug, which must not pass silently
   */
  announce(change: Partial<V>, ...notes: Note[]): void {
    const { view } = this
    if (change.state && change.state !== view.state && !canMove(view.state, change.state)) {
      throw new Error(`${view.workflowId} cannot move from ${view.state} to ${change.state}`)
    }
    const timestamp = now()
    const move = moveOf(view.state, change.state)
    Object.assign(view, change, { version: view.version + 1, updatedAt: timestamp })
    notes.forEach(({ code, params = {}, sender = SYSTEM }, i) => {
      const id = (view.stream.at(-1)?.id ?? 0) + 1
      view.stream.push({ id, code, params: i === 0 ? { ...params, ...move } : params, sender, timestamp })
    })
  }

  /**
   * Runs the two writers for as long as the workflow does. Race the workflow's flow against it: a writer that nobody
   * awaits would take the whole worker down with a rejection that nobody handles.
   */
  async keepUp(): Promise<never> {
    await Promise.all([this.keepIndexed(), this.keepWritten()])
    throw new Error('The writers of a case never end')
  }

  /** Resolves once all is written and no handler is at work: the last await of a workflow. */
  async flush(): Promise<void> {
    await condition(() => this.isWritten && allHandlersFinished())
  }

  /** So much waits to be written that more would not fit into one payload. */
  get isFull(): boolean {
    return sizeOf(this.unwritten) > MAX_STREAM_CHARS
  }

  get isWritten(): boolean {
    return this.written.version === this.view.version
  }

  /** Apart from the projection, so that Visibility is right while Postgres is away. */
  private async keepIndexed(): Promise<never> {
    for (;;) {
      await condition(() => this.indexedVersion < this.view.version)
      upsertSearchAttributes(searchAttributesOf(this.view))
      this.indexedVersion = this.view.version
    }
  }

  private async keepWritten(): Promise<never> {
    for (;;) {
      await condition(() => !this.isWritten)
      const { version } = this.view
      const entries = this.unwritten
      await this.save({ view: { ...this.view, stream: [] }, entries })
      this.written.version = version
      this.written.entryId = entries.at(-1)?.id ?? this.written.entryId
      this.forgetWritten()
    }
  }

  private get unwritten(): StreamEntry[] {
    return this.view.stream.filter(({ id }) => id > this.written.entryId)
  }

  /** Keeps the newest entries within the limits, and whatever is not written. */
  private forgetWritten(): void {
    const { stream } = this.view
    let first = Math.max(stream.length - KEPT_ENTRIES, 0)
    while (first < stream.length && sizeOf(stream.slice(first)) > MAX_STREAM_CHARS) first++
    this.view.stream = stream.filter(({ id }, i) => i >= first || id > this.written.entryId)
  }
}
