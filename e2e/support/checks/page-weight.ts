/** What a page costs to load, as it comes over the wire. */

import type { Page, Request } from '@playwright/test'

export interface PageWeight {
  /** Bytes of all scripts as they were sent: gzip-encoded, without headers. */
  scriptBytes: number
  requests: number
}

const bodyBytes = async (request: Request): Promise<number> => (await request.sizes()).responseBodySize
const isScript = (request: Request): boolean => request.resourceType() === 'script'

/**
 * Waits until nothing was asked for during a second; an event stream never ends and is not waited for.
 * @param ending counts only addresses that end so, such as `.js`
 */
export const waitForNetworkQuiet = async (page: Page, ending = ''): Promise<void> => {
  await page.waitForLoadState('load')
  await page.waitForFunction((end) => {
    const last = performance.getEntriesByType('resource').findLast(({ name }) => name.endsWith(end))
    return !last || performance.now() - last.startTime > 1_000
  }, ending)
}

/** Opens `path` on a page that has loaded nothing yet, and weighs all that comes until the network is quiet. */
export const measurePageWeight = async (page: Page, path: string): Promise<PageWeight> => {
  const finished: Request[] = []
  const note = (request: Request) => finished.push(request)
  page.on('requestfinished', note)
  await page.goto(path)
  await waitForNetworkQuiet(page)
  page.off('requestfinished', note)
  const sizes = await Promise.all(finished.filter(isScript).map(bodyBytes))
  return { scriptBytes: sizes.reduce((sum, bytes) => sum + bytes, 0), requests: finished.length }
}

/** The code that a page has loaded, in full, whenever it is asked. */
export const recordScripts = (page: Page): (() => Promise<string>) => {
  const texts: Promise<string>[] = []
  page.on('requestfinished', (request) => {
    if (isScript(request)) texts.push(request.response().then((response) => response?.text() ?? ''))
  })
  return async () => (await Promise.all(texts)).join('\n')
}
