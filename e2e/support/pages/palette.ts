/** The command palette and the help sheet as an agent uses them. */

import { expect, type Locator, type Page } from '@playwright/test'
import { caseRow, waitUntilLive } from './console'

export const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Search and commands' })
export const paletteInput = (page: Page): Locator => palette(page).getByRole('combobox')
export const paletteOption = (page: Page, name: string | RegExp): Locator =>
  palette(page).getByRole('option', { name })
export const helpSheet = (page: Page): Locator => page.getByRole('dialog', { name: 'Keyboard shortcuts' })

/** Opens the inbox and waits until it reacts to keys. */
export const openInbox = async (page: Page): Promise<void> => {
  await page.goto('/inbox')
  await expect(caseRow(page, '').first()).toBeVisible()
  await waitUntilLive(page)
}

/** Opens the palette by key and types `text` into it. */
export const openPalette = async (page: Page, text = ''): Promise<void> => {
  await waitUntilLive(page)
  await page.keyboard.press('Control+k')
  await expect(paletteInput(page)).toBeFocused()
  if (text) await page.keyboard.type(text)
}
