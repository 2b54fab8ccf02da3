/** The weight of a page: bytes and requests until it is loaded. */

import type { Page, Request } from '@playwright/test'

export interface PageWeight {
  /** Transferred bytes of all scripts: gzip-encoded, without headers. */
  scriptBytes: number
  requests: number
}

const bodyBytes = async (request: Request): Promise<number> => (await request.sizes()).responseBodySize
const isScript = (request: Request): boolean => request.resourceType() === 'script'

/**
 * Waits until no request has started for a second; open event streams do not count.
 * @param ending only URLs with this ending count, such as `.js`
 */
export const waitForNetworkQuiet = async (page: Page, ending = ''): Promise<void> => {
  await page.waitForLoadState('load')
  await page.waitForFunction((end) => {
    const last = performance.getEntriesByType('resource').findLast(({ name }) => name.endsWith(end))
    return !last || performance.now() - last.startTime > 1_000
  }, ending)
}

/** Opens `path` on a page with an empty cache and measures everything until the network is quiet. */
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

/** Records scripts. @returns a function that returns the code of all scripts loaded so far */
export const recordScripts = (page: Page): (() => Promise<string>) => {
  const texts: Promise<string>[] = []
  page.on('requestfinished', (request) => {
    if (isScript(request)) texts.push(request.response().then((response) => response?.text() ?? ''))
  })
  return async () => (await Promise.all(texts)).join('\n')
}
