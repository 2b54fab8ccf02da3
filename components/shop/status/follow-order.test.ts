import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  LOCK_REFUSALS,
  settle,
  startFakeBrowser,
  stopFakeBrowser,
} from '@/components/live/testing/fake-browser'
import { currentSource, openUrls } from '@/components/live/testing/fake-event-source'
import { followOrder } from './follow-order'
import { POLL_BACKOFF } from './poll-version'

/** Version of each order on the server; null while it does not answer. */
const versions = new Map<string, number | null>()
const fetchVersion = vi.fn(async (url: string) => {
  const version = versions.get(url)
  if (version === undefined) return new Response('{}', { status: 404 })
  if (version === null) throw new TypeError('Failed to fetch')
  return Response.json({ version })
})

beforeEach(() => {
  vi.stubGlobal('fetch', fetchVersion)
})
afterEach(() => {
  stopFakeBrowser()
  versions.clear()
  fetchVersion.mockClear()
})

/** Opens status pages of different orders. */
const createOpener = (navigator?: object) => {
  const browser = startFakeBrowser(navigator)
  let count = 0
  return (isHidden = false) => {
    const [eventsUrl, versionUrl] = [`/track/${++count}/events`, `/track/${count}/version`]
    versions.set(versionUrl, 1)
    const heard: unknown[] = []
    const tab = browser.openTab()
    tab.setHidden(isHidden)
    const leave = tab.run(() =>
      followOrder({
        eventsUrl,
        versionUrl,
        onMessage: (message) => heard.push(message.kind === 'case' ? message.change : message.kind),
        onBreak: () => heard.push('broken'),
      }),
    )
    return { ...tab, eventsUrl, versionUrl, heard, leave }
  }
}
const openTen = async (navigator?: object) => {
  const open = createOpener(navigator)
  const tabs: ReturnType<typeof open>[] = []
  for (let n = 0; n < 10; n++) {
    tabs.push(open())
    await settle()
  }
  return { open, tabs, at: (n: number) => tabs[n] as ReturnType<typeof open> }
}
const answer = () => vi.advanceTimersByTimeAsync(POLL_BACKOFF.firstMs)

describe('ten status pages of one browser', () => {
  it('have one stream: that of the page that became visible last', async () => {
    const { at } = await openTen()
    expect(openUrls()).toEqual([at(9).eventsUrl])
    at(9).setHidden(true)
    expect(openUrls()).toEqual([at(9).eventsUrl])
    at(3).setHidden(false)
    await settle()
    expect(openUrls()).toEqual([at(3).eventsUrl])
    at(3).leave()
    await settle()
    expect(openUrls()).toHaveLength(1)
  })

  it('all hear of changes, by the stream or by asking', async () => {
    const { tabs, at } = await openTen()
    currentSource().receive('ready')
    await answer()
    expect(at(9).heard).toEqual(['ready'])
    for (const { versionUrl } of tabs) versions.set(versionUrl, 2)
    currentSource().receive('case', '{"version":2}')
    await answer()
    for (const { heard } of tabs) expect(heard.at(-1)).toBe(2)
    expect(fetchVersion).not.toHaveBeenCalledWith(at(9).versionUrl, expect.anything())
  })

  it('ask again after the stream went to another page', async () => {
    const { open, at } = await openTen()
    open()
    await settle()
    versions.set(at(9).versionUrl, 7)
    await answer()
    expect(new Set(at(9).heard)).toEqual(new Set([7]))
  })

  it('leave nothing running when they are closed', async () => {
    const { tabs } = await openTen()
    for (const { leave } of tabs) leave()
    await answer()
    expect(openUrls()).toEqual([])
    expect(fetchVersion).not.toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(0)
  })
})

it('a page that opens in the background waits until it is looked at', async () => {
  const open = createOpener()
  const [shown, hidden] = [open(), open(true)]
  await answer()
  expect(openUrls()).toEqual([shown.eventsUrl])
  expect(fetchVersion).not.toHaveBeenCalled()
  hidden.setHidden(false)
  await settle()
  expect(openUrls()).toEqual([hidden.eventsUrl])
})

it('a page that asks says when it gets no answer, and asks again', async () => {
  const { at } = await openTen()
  const { versionUrl, heard } = at(0)
  versions.set(versionUrl, null)
  await answer()
  versions.delete(versionUrl)
  await vi.advanceTimersByTimeAsync(2 * POLL_BACKOFF.firstMs)
  expect(new Set(heard)).toEqual(new Set(['lost']))
  versions.set(versionUrl, 3)
  await vi.advanceTimersByTimeAsync(POLL_BACKOFF.maxMs)
  expect(heard.at(-1)).toBe(3)
})

describe.each(LOCK_REFUSALS)('a browser that %s', (_, navigator) => {
  it('has no stream, and each visible page asks', async () => {
    const { tabs, at } = await openTen(navigator)
    await answer()
    expect(openUrls()).toEqual([])
    for (const { heard } of tabs) expect(heard.at(-1)).toBe(1)
    at(0).setHidden(true)
    await answer()
    fetchVersion.mockClear()
    await answer()
    expect(fetchVersion).not.toHaveBeenCalled()
    at(0).setHidden(false)
    expect(fetchVersion).toHaveBeenCalledOnce()
  })
})
