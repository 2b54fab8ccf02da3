import type { Request } from '@playwright/test'
import { startApproval } from '../support/api'
import { findAccessibilityViolations } from '../support/checks/accessibility'
import { waitForNetworkQuiet } from '../support/checks/page-weight'
import { caseRow, decisionCard, openCase, waitUntilLive } from '../support/pages/console'
import { helpSheet, openInbox, openPalette, palette, paletteInput } from '../support/pages/palette'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, supervisor } = people

const isScript = (request: Request): boolean => request.resourceType() === 'script'

test('the code of palette and help sheet is loaded when they are opened', async ({ open }) => {
  const page = await open(ana)
  const scripts: string[] = []
  page.on('request', (request) => isScript(request) && scripts.push(request.url()))
  await openInbox(page)
  await waitForNetworkQuiet(page, '.js')
  const before = scripts.length
  await openPalette(page)
  const withPalette = scripts.length
  expect(withPalette).toBeGreaterThan(before)
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()
  await page.keyboard.press('?')
  await expect(helpSheet(page)).toBeVisible()
  expect(scripts.length).toBeGreaterThan(withPalette)
})

test('keys typed before the palette has loaded go into it and run no command of the page', async ({
  open,
}) => {
  const approvalId = await startApproval(supervisor)
  const page = await open(ana)
  await openCase(page, approvalId)
  await waitUntilLive(page)
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('go team a')
  release()
  await expect(paletteInput(page)).toHaveValue('go team a')
  await expect(decisionCard(page)).not.toContainText('Approved by')
})

test('the focus returns to its element, by Escape and by the same keys', async ({ open }) => {
  const page = await open(ana)
  await openInbox(page)
  const link = caseRow(page, '').first().getByRole('link')
  await link.focus()
  for (const keys of ['Escape', 'Control+k']) {
    await openPalette(page, 'team')
    await page.keyboard.press(keys)
    await expect(palette(page)).toBeHidden()
    await expect(link).toBeFocused()
  }
  await openPalette(page)
  await expect(paletteInput(page)).toHaveValue('')
})

for (const theme of ['light', 'dark'] as const)
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 360, height: 740 },
  ])
    test(`palette and help have no accessibility finding in ${theme} at ${viewport.width} px`, async ({
      open,
    }) => {
      const page = await open(ana, { colorScheme: theme, viewport, reducedMotion: 'reduce' })
      await openInbox(page)
      await page.getByRole('button', { name: 'Search and commands' }).press('Enter')
      await expect(paletteInput(page)).toBeFocused()
      expect(await findAccessibilityViolations(page)).toEqual([])
      await page.keyboard.type('an')
      await expect(palette(page).getByRole('status')).toHaveText(/results/)
      expect(await findAccessibilityViolations(page)).toEqual([])
      await page.keyboard.type(' nothing is like this')
      await expect(palette(page).getByRole('status')).toHaveText('Nothing is called that.')
      expect(await findAccessibilityViolations(page)).toEqual([])
      const { width = 0, height = 0 } = (await palette(page).boundingBox()) ?? {}
      if (viewport.width === 360) expect({ width, height }).toEqual(viewport)
      await page.keyboard.press('Escape')
      await expect(palette(page)).toBeHidden()
      await page.keyboard.press('?')
      await expect(helpSheet(page)).toBeVisible()
      expect(await findAccessibilityViolations(page)).toEqual([])
    })

test('a Mac shows ⌘', async ({ open }) => {
  const page = await open(ana)
  await page.addInitScript(() => Object.defineProperty(navigator, 'platform', { get: () => 'MacIntel' }))
  await openInbox(page)
  await expect(page.getByRole('button', { name: 'Search and commands' })).toContainText('⌘')
  await page.keyboard.press('Meta+k')
  await expect(paletteInput(page)).toBeFocused()
})
