/** `npm run bench -- NAME`: measures the running demo and prints ratios; asserts nothing. */

import { benchInbox } from './inbox'
import { benchLists } from './lists'

/** @type {Record<string, () => Promise<void>>} */
const BENCHES = { inbox: benchInbox, lists: benchLists }

const bench = BENCHES[process.argv[2] ?? '']
if (bench) await bench()
else {
  console.error(`npm run bench -- ${Object.keys(BENCHES).join(' | ')}`)
  process.exitCode = 1
}
