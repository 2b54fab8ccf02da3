/** Interception of a page's requests that is in force when it is announced. */

import { expect, type Page, type Route } from '@playwright/test'

const PROBE = '/api/health?intercepted'

/**
 * `page.route` for a page that is already open. Chromium applies the first interception to a running page some time
 * after `route` has resolved: on a busy machine the next request still reached the server.
 */
export const interceptRequests = async (
  page: Page,
  url: string,
  handler: (route: Route) => unknown,
): Promise<void> => {
  await page.route(url, handler)
  if (page.url() === 'about:blank') return
  await page.route(`**${PROBE}`, (route) => route.fulfill({ body: 'intercepted' }))
  await expect
    .poll(() => page.evaluate((probe) => fetch(probe).then((response) => response.text()), PROBE))
    .toBe('intercepted')
  await page.unroute(`**${PROBE}`)
}
