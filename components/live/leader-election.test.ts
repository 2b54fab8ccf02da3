import { afterEach, describe, expect, it, vi } from 'vitest'
import { joinEventStream } from './leader-election'
import { LEADER_LOST_AFTER_MS, STALE_AFTER_MS } from './live-status'
import { LOCK_REFUSALS, settle, startFakeBrowser, stopFakeBrowser } from './testing/fake-browser'
import { currentSource, openUrls, sources } from './testing/fake-event-source'

const TICK_MS = 5_000

afterEach(stopFakeBrowser)

/** Opens tabs of `person` in the browser. */
const createOpener = (navigator?: object) => {
  const browser = startFakeBrowser(navigator)
  return (person = 'ana') => {
    const heard: unknown[] = []
    const tab = browser.openTab()
    const leave = tab.run(() =>
      joinEventStream(`/events?${person}`, person, (message) =>
        heard.push(message.kind === 'case' ? message.change : message.kind),
      ),
    )
    return { ...tab, heard, leave }
  }
}
const openTen = async (navigator?: object) => {
  const open = createOpener(navigator)
  const first = open()
  await settle()
  const tabs = [first, ...Array.from({ length: 9 }, () => open())]
  return { open, tabs, first }
}

describe('the tabs of a person', () => {
  it('share one stream, whose messages reach all', async () => {
    const { open, tabs } = await openTen()
    expect(openUrls()).toEqual(['/events?ana'])
    currentSource().receive('ready')
    const late = open()
    currentSource().receive('case', '{"caseId":"ord_1","version":3}')
    for (const { heard } of [...tabs, late])
      expect(heard.slice(-2)).toEqual(['ready', { caseId: 'ord_1', version: 3 }])
  })

  it('open another stream when the leading tab is closed', async () => {
    const { tabs, first } = await openTen()
    currentSource().receive('ready')
    first.leave()
    await settle()
    expect(openUrls()).toHaveLength(1)
    currentSource().receive('ready')
    expect(first.heard).toEqual(['ready'])
    for (const { heard } of tabs.slice(1)) expect(heard.slice(-2)).toEqual(['ready', 'ready'])
  })

  it('open one in place of that of a tab that the browser has stopped, once one of them is visible', async () => {
    const { tabs, first } = await openTen()
    currentSource().receive('ready')
    for (const { setHidden } of tabs) setHidden(true)
    first.stop()
    await vi.advanceTimersByTimeAsync(LEADER_LOST_AFTER_MS + TICK_MS)
    const before = sources.length
    tabs[4]?.setHidden(false)
    await vi.advanceTimersByTimeAsync(TICK_MS)
    expect(sources.length).toBeGreaterThan(before)
    expect(openUrls()).toHaveLength(1)
    currentSource().receive('ready')
    for (const { heard } of tabs.slice(1)) expect(heard.at(-1)).toBe('ready')
  })

  it('a new tab does not wait long for a leader that does not answer', async () => {
    const { open, first } = await openTen()
    first.stop()
    const late = open()
    await vi.advanceTimersByTimeAsync(STALE_AFTER_MS + TICK_MS)
    currentSource().receive('ready')
    expect(late.heard).toContain('ready')
    expect(openUrls()).toHaveLength(1)
  })

  it('hear nothing of another person', async () => {
    const { open, first } = await openTen()
    const ben = open('ben')
    await settle()
    expect(openUrls()).toEqual(['/events?ana', '/events?ben'])
    currentSource().receive('ready')
    expect([first.heard, ben.heard]).toEqual([[], ['ready']])
  })
})

const WITHOUT = [...LOCK_REFUSALS, ['has no channels', null]] as const

describe.each(WITHOUT)('a browser that %s', (_, navigator) => {
  it('has a stream for visible tabs only', async () => {
    const open = createOpener(navigator ?? undefined)
    if (navigator === null) vi.stubGlobal('BroadcastChannel', undefined)
    const tab = open()
    await settle()
    expect(openUrls()).toHaveLength(1)
    currentSource().receive('ready')
    expect(tab.heard).toEqual(['ready'])
    tab.setHidden(true)
    expect(openUrls()).toEqual([])
    tab.setHidden(false)
    tab.setHidden(false)
    expect(openUrls()).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(STALE_AFTER_MS + TICK_MS)
    expect(openUrls()).toHaveLength(1)
    tab.leave()
    expect(openUrls()).toEqual([])
    tab.setHidden(false)
    expect(openUrls()).toEqual([])
  })
})
