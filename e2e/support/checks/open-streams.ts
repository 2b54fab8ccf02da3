/** The event streams that the pages of a browser hold open. */

import type { BrowserContext, Page } from '@playwright/test'

interface Recording {
  sources: EventSource[]
}

/** Records the streams of every document that is opened from now on. */
export const recordEventStreams = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript(() => {
    const recording = globalThis as unknown as Recording & { EventSource: typeof EventSource }
    recording.sources = []
    recording.EventSource = class extends EventSource {
      constructor(url: string | URL) {
        super(url)
        recording.sources.push(this)
      }
    }
  })
}

const countOf = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      (globalThis as unknown as Recording).sources.filter(
        ({ readyState }) => readyState !== EventSource.CLOSED,
      ).length,
  )

/** The pages that have a stream, once for each. */
export const findStreamHolders = async (pages: readonly Page[]): Promise<Page[]> => {
  const counts = await Promise.all(pages.map(countOf))
  return pages.flatMap((page, at) => Array<Page>(counts[at] ?? 0).fill(page))
}
