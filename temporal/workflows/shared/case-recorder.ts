/** Every change of a case goes through here: version, stream, search attributes and projection in one call. */

import { allHandlersFinished, condition, upsertSearchAttributes } from '@temporalio/workflow'
import type { ProjectionWrite } from '../../contract/activities'
import type { Person } from '../../contract/auth/actor'
import {
  type StreamCode,
  type StreamEntry,
  type StreamParams,
  SYSTEM,
} from '../../contract/cases/activity-stream'
import type { ProjectionCursor } from '../../contract/cases/approval'
import type { WorkflowView } from '../../contract/cases/case'
import { toSearchAttributes } from '../../contract/cases/search-attributes'
import { type CaseState, canMove } from '../../contract/states'

/** Writes one projection; retries by itself and settles in the end. */
export type ProjectionWriter = (write: ProjectionWrite) => Promise<void>

/** What is written to the stream with a change. */
export interface NewEntry {
  code: StreamCode
  params?: StreamParams
  sender?: Person
}

/** Entries that a view keeps once they are written; older ones are read from `case_events`. */
const MAX_KEPT_ENTRIES = 200
/** Characters that kept, and that unwritten, entries may have: 2 MB of UTF-8 is the most a payload may be. */
const MAX_STREAM_CHARS = 150_000

/** Current time of the workflow's clock, ISO 8601. */
export const now = (): string => new Date().toISOString()

const countChars = (entries: readonly StreamEntry[]): number =>
  entries.reduce((sum, entry) => sum + JSON.stringify(entry).length, 0)

/** What the first note of a change says of the state that it leaves. */
const toStateChangeParams = (from: CaseState, to: CaseState | undefined): StreamParams =>
  to && to !== from ? { stateFrom: from, stateTo: to } : {}

export class CaseRecorder<V extends WorkflowView> {
  private indexedVersion: number

  /** @param cursor how far the row has come already, in a run that goes on with another's state */
  constructor(
    readonly view: V,
    private readonly writeProjection: ProjectionWriter,
    readonly cursor: ProjectionCursor = { version: view.version, entryId: 0 },
  ) {
    this.indexedVersion = view.version
  }

  /**
   * Applies a change and announces it.
   * @throws Error where the transition tables do not allow the new state: a bug, which must not pass silently
   */
  applyChange(change: Partial<V>, ...notes: NewEntry[]): void {
    const { view } = this
    if (change.state && change.state !== view.state && !canMove(view.state, change.state)) {
      throw new Error(`${view.workflowId} cannot move from ${view.state} to ${change.state}`)
    }
    const timestamp = now()
    const move = toStateChangeParams(view.state, change.state)
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
  async runWriters(): Promise<never> {
    await Promise.all([this.syncSearchAttributes(), this.syncProjection()])
    throw new Error('The writers of a case never end')
  }

  /** Resolves once all is written and no handler is at work: the last await of a workflow. */
  async flush(): Promise<void> {
    await condition(() => this.isWritten && allHandlersFinished())
  }

  /** So much waits to be written that more would not fit into one payload. */
  get isBacklogFull(): boolean {
    return countChars(this.unwritten) > MAX_STREAM_CHARS
  }

  get isWritten(): boolean {
    return this.cursor.version === this.view.version
  }

  /** Apart from the projection, so that Visibility is right while Postgres is away. */
  private async syncSearchAttributes(): Promise<never> {
    for (;;) {
      await condition(() => this.indexedVersion < this.view.version)
      upsertSearchAttributes(toSearchAttributes(this.view))
      this.indexedVersion = this.view.version
    }
  }

  private async syncProjection(): Promise<never> {
    for (;;) {
      await condition(() => !this.isWritten)
      const { version } = this.view
      const entries = this.unwritten
      await this.writeProjection({ view: { ...this.view, stream: [] }, entries })
      this.cursor.version = version
      this.cursor.entryId = entries.at(-1)?.id ?? this.cursor.entryId
      this.trimStream()
    }
  }

  private get unwritten(): StreamEntry[] {
    return this.view.stream.filter(({ id }) => id > this.cursor.entryId)
  }

  /** Keeps the newest entries within the limits, and whatever is not written. */
  private trimStream(): void {
    const { stream } = this.view
    let first = Math.max(stream.length - MAX_KEPT_ENTRIES, 0)
    while (first < stream.length && countChars(stream.slice(first)) > MAX_STREAM_CHARS) first++
    this.view.stream = stream.filter(({ id }, i) => i >= first || id > this.cursor.entryId)
  }
}
