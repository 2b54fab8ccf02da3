/** `npm run bench -- NAME`: measures on the running demo and prints ratios; asserts nothing. */

import { join } from 'node:path'
import { LOCAL } from '../local/paths.mjs'
import { ensureBrowser } from '../test/ensure-browser.mjs'
import { benchInbox } from './inbox'
import { benchLists } from './lists'

const findBrowser = () =>
  ensureBrowser(() => {}, new AbortController().signal, join(LOCAL, 'logs/browser.log'))

/** @type {Record<string, () => Promise<void>>} */
const BENCHES = { inbox: async () => benchInbox(await findBrowser()), lists: benchLists }

const bench = BENCHES[process.argv[2] ?? '']
if (bench) await bench()
else {
  console.error(`npm run bench -- ${Object.keys(BENCHES).join(' | ')}`)
  process.exitCode = 1
}
