/** Records every change of a case: version, stream, search attributes and projection in one call. */

import { allHandlersFinished, condition, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow'
import type { ProjectionWrite } from '../../contract/activities'
import type { Person } from '../../contract/auth/actor'
import type { StreamCode, StreamEntry, StreamParams } from '../../contract/cases/activity-stream'
import type { ProjectionCursor } from '../../contract/cases/approval'
import type { WorkflowView } from '../../contract/cases/case'
import { toSearchAttributes } from '../../contract/cases/search-attributes'
import { SYSTEM } from '../../contract/cases/senders'
import { type CaseState, canMove } from '../../contract/states'

/** Writes one projection. Retries until it succeeds. */
export type ProjectionWriter = (write: ProjectionWrite) => Promise<void>

/** An entry of the activity stream, before it has an id and a time. */
export interface NewEntry {
  code: StreamCode
  params?: StreamParams
  sender?: Person
}

/** Written entries that a view retains; older ones are read from `case_events`. */
const MAX_RETAINED_ENTRIES = 200
/** Most characters of retained, and of unwritten, entries: a payload may have 2 MB of UTF-8 (Temporal's limit). */
const MAX_STREAM_CHARS = 150_000

/** The workflow's clock, ISO 8601. */
export const now = (): string => new Date().toISOString()

const countChars = (entries: readonly StreamEntry[]): number =>
  entries.reduce((sum, entry) => sum + JSON.stringify(entry).length, 0)

/** The state change that the first entry of a change records. */
const toStateChangeParams = (from: CaseState, to: CaseState | undefined): StreamParams =>
  to && to !== from ? { stateFrom: from, stateTo: to } : {}

export class CaseRecorder<V extends WorkflowView> {
  private indexedVersion: number
  private updateHandledAt = 0

  /** @param cursor what is written already, in a run that continues another one */
  constructor(
    readonly view: V,
    private readonly writeProjection: ProjectionWriter,
    readonly cursor: ProjectionCursor = { version: view.version, entryId: 0 },
  ) {
    this.indexedVersion = view.version
  }

  /**
   * Applies a change to the view and appends its entries; the writers then publish it.
   * @throws Error where the transition tables do not allow the new state: a bug, which must fail the workflow task
   */
  applyChange(change: Partial<V>, ...entries: NewEntry[]): void {
    const { view } = this
    if (change.state && change.state !== view.state && !canMove(view.state, change.state)) {
      throw new Error(`${view.workflowId} cannot move from ${view.state} to ${change.state}`)
    }
    const timestamp = now()
    const move = toStateChangeParams(view.state, change.state)
    Object.assign(view, change, { version: view.version + 1, updatedAt: timestamp })
    entries.forEach(({ code, params = {}, sender = SYSTEM }, i) => {
      const id = (view.stream.at(-1)?.id ?? 0) + 1
      view.stream.push({ id, code, params: i === 0 ? { ...params, ...move } : params, sender, timestamp })
    })
  }

  /**
   * Runs both writers until the workflow ends. Race the workflow's flow against it: an unhandled rejection of a writer
   * that is not awaited would end the whole worker.
   */
  async runWriters(): Promise<never> {
    await Promise.all([this.syncSearchAttributes(), this.syncProjection()])
    throw new Error('The writers of a case never end')
  }

  /** Resolves once everything is written and no handler is running: the last await of a workflow. */
  async flush(): Promise<void> {
    await condition(() => this.isWritten && allHandlersFinished())
  }

  /** True when more unwritten entries would not fit into one payload. */
  get isBacklogFull(): boolean {
    return countChars(this.unwritten) > MAX_STREAM_CHARS
  }

  /**
   * True when no update was handled in this workflow task and no handler runs. An update whose reply leaves together
   * with the end of its run is delivered to the next run again.
   */
  get areUpdatesReplied(): boolean {
    return workflowInfo().historyLength > this.updateHandledAt && allHandlersFinished()
  }

  /** Records that an update is handled in this workflow task. */
  onUpdateHandled(): void {
    this.updateHandledAt = workflowInfo().historyLength
  }

  get isWritten(): boolean {
    return this.cursor.version === this.view.version
  }

  /** Independent of the projection, so that Visibility is correct while Postgres is down. */
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

  /** Retains unwritten entries and the newest written ones within the limits. */
  private trimStream(): void {
    const { stream } = this.view
    let first = Math.max(stream.length - MAX_RETAINED_ENTRIES, 0)
    while (first < stream.length && countChars(stream.slice(first)) > MAX_STREAM_CHARS) first++
    this.view.stream = stream.filter(({ id }, i) => i >= first || id > this.cursor.entryId)
  }
}
