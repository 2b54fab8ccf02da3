/** Answers of server actions that do not arrive, and pages of an older build. */

import type { Page, Request, Route } from '@playwright/test'
import { interceptRequests } from './interception'

const UNKNOWN_ACTION = `40${'ab'.repeat(20)}`

const isPost = (request: Request): boolean => request.method() === 'POST'

const onPost = (page: Page, url: string, answer: (route: Route) => unknown): Promise<void> =>
  interceptRequests(page, url, (route) => (isPost(route.request()) ? answer(route) : route.fallback()))

/** The server gets the request and answers; the answer is lost on the way. */
export const loseAnswers = (page: Page, url: string): Promise<void> =>
  onPost(page, url, async (route) => {
    await route.fetch({ maxRedirects: 0 })
    await route.abort('connectionreset')
  })

/** Something between browser and server answers instead of it. */
export const answerLikeProxy = (page: Page, url: string): Promise<void> =>
  onPost(page, url, (route) =>
    route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }),
  )

/** Sends forms as a page of an older build does, whose actions the server does not know. */
export const postLikeOlderBuild = (page: Page, url: string): Promise<void> =>
  onPost(page, url, (route) => {
    const request = route.request()
    const headers = request.headers()
    if (headers['next-action'] !== undefined)
      return route.continue({ headers: { ...headers, 'next-action': UNKNOWN_ACTION } })
    const body = (request.postDataBuffer() ?? Buffer.alloc(0)).toString('latin1')
    const postData = body
      .replaceAll(/"id":"[\da-f]+"/g, `"id":"${UNKNOWN_ACTION}"`)
      .replaceAll(/\$ACTION_ID_[\da-f]+/g, `$ACTION_ID_${UNKNOWN_ACTION}`)
    return route.continue({ postData: Buffer.from(postData, 'latin1') })
  })
