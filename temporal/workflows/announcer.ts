/** Every change of a case goes through here: version, stream, search attributes and projection in one call. */

import { allHandlersFinished, condition, upsertSearchAttributes } from '@temporalio/workflow'
import type { ProjectionWrite } from '../contract/activities'
import type { View } from '../contract/case'
import type { Person } from '../contract/people'
import { searchAttributesOf } from '../contract/search-attributes'
import { canMove } from '../contract/states'
import { type StreamCode, type StreamParams, SYSTEM } from '../contract/stream'

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

/** Current time of the workflow's clock, ISO 8601. */
export const now = (): string => new Date().toISOString()

export class Announcer<V extends View> {
  private indexedVersion: number
  private writtenVersion: number
  private writtenEntryId: number

  constructor(
    readonly view: V,
    private readonly save: SaveCase,
  ) {
    this.indexedVersion = view.version
    this.writtenVersion = view.version
    this.writtenEntryId = view.stream.at(-1)?.id ?? 0
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
    Object.assign(view, change, { version: view.version + 1, updatedAt: timestamp })
    for (const { code, params = {}, sender = SYSTEM } of notes) {
      view.stream.push({ id: (view.stream.at(-1)?.id ?? 0) + 1, code, params, sender, timestamp })
    }
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

  get isWritten(): boolean {
    return this.writtenVersion === this.view.version
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
      const { version, stream } = this.view
      const entries = stream.filter((entry) => entry.id > this.writtenEntryId)
      await this.save({ view: { ...this.view, stream: [] }, entries })
      this.writtenVersion = version
      this.writtenEntryId = entries.at(-1)?.id ?? this.writtenEntryId
      this.forgetWritten()
    }
  }

  private forgetWritten(): void {
    const { stream } = this.view
    const spare = stream.length - KEPT_ENTRIES
    if (spare > 0)
      this.view.stream = stream.filter((entry, i) => i >= spare || entry.id > this.writtenEntryId)
  }
}
