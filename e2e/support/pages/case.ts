/** The page of a case, as an agent uses it. */

import type { Locator, Page } from '@playwright/test'
import { call } from '../api'
import { interceptRequests } from '../interception'
import { type Account, people } from '../stack'
import { openCase, waitUntilLive } from './console'

export const caseTitle = (page: Page): Locator => page.locator('#case-title')
export const activity = (page: Page): Locator => page.getByRole('region', { name: 'What happened' })
export const activityEntry = (page: Page, text: string): Locator =>
  activity(page).getByRole('listitem').filter({ hasText: text })
export const commentField = (page: Page): Locator => page.getByRole('textbox', { name: 'Comment' })

/** Opens a case and waits until the page reacts to keys. */
export const openLiveCase = async (page: Page, caseId: string): Promise<void> => {
  await openCase(page, caseId)
  await waitUntilLive(page)
}

/** Id of an account, as the API lists colleagues. */
export const findAccountId = async ({ email }: Account): Promise<string> => {
  const { body } = await call<{ items: { id: string; email: string }[] }>(
    `/api/v1/people?q=${encodeURIComponent(email)}`,
    { as: people.ana },
  )
  return body.items.find((person) => person.email === email)?.id ?? ''
}

/** Sends `POST /cases/:id/:verb` under an idempotency key of its own. */
export const postVerb = (as: Account, caseId: string, verb: string, body: object = {}) =>
  call(`/api/v1/cases/${caseId}/${verb}`, {
    as,
    body,
    headers: { 'idempotency-key': crypto.randomUUID() },
  })

/** Holds requests for `path` back. @returns a function that lets them through */
export const holdRequests = async (page: Page, path: string): Promise<() => void> => {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await interceptRequests(page, path, async (route) => {
    await released
    await route.continue()
  })
  return release
}
