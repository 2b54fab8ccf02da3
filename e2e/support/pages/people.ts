/** The pages of people, invitations and tokens, as an administrator uses them. */

import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { call } from '../api'

export const PASSWORD = 'a password of nine words'

export const newcomer = () => {
  const id = randomUUID().slice(0, 8)
  return { name: `Nia ${id}`, email: `nia-${id}@e2e.example` }
}

/** Invites a person on the page of an administrator. @returns the link, which is shown once */
export const invite = async (page: Page, person: { name: string; email: string }): Promise<string> => {
  await page.goto('/people/invite')
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Name').fill(person.name)
  await page.getByLabel('Role').selectOption('Agent')
  await page.getByLabel('Risk').check()
  await page.getByRole('button', { name: 'Invite' }).click()
  return page.getByRole('textbox', { name: 'The invitation link' }).inputValue()
}

export const acceptInvitation = async (page: Page, link: string): Promise<void> => {
  await page.goto(link)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Set password and sign in' }).click()
}

export const openPerson = async (page: Page, name: string): Promise<void> => {
  await page.goto(`/people?q=${encodeURIComponent(name)}`)
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
}

export const regionCard = (page: Page, name: string) => page.getByRole('region', { name })

/** Creates a token. @returns the token, which is shown once */
export const makeToken = async (page: Page, region: string, name: string): Promise<string> => {
  await regionCard(page, region).getByLabel('Name of the token').fill(name)
  await regionCard(page, region).getByLabel('May act as').selectOption('Agent')
  await regionCard(page, region).getByRole('button', { name: 'Make token' }).click()
  return regionCard(page, region).getByRole('textbox', { name: 'The token', exact: true }).inputValue()
}

export const statusWithToken = async (apiToken: string) =>
  (await call('/api/v1/cases?limit=1', { as: { apiToken } })).status
