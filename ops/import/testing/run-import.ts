/** Imports texts into a fake shop, for tests. */

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { ImportApi } from '../api'
import type { Mapping } from '../mapping/mapping-schema'
import { collectChanges } from '../placed-before'
import { openRejects } from '../rejects'
import { decideTasks, type SameRows } from '../same-rows'
import { startImport } from '../start-import'
import { planText } from './plan-file'

interface Run {
  text: string
  mapping: Mapping
  api: ImportApi
  /** Folder of the file of rejects. */
  folder: string
  file?: string
  sameRowsAre?: SameRows
  stop?: AbortController
}

export const runImport = async ({ text, mapping, api, folder, file = 'a.csv', sameRowsAre, stop }: Run) => {
  const { plan, table } = planText(text, mapping)
  const fileHash = createHash('sha256').update(text).digest('hex').slice(0, 16)
  const { notes, ...decided } = await decideTasks({
    ...plan,
    file: { file, fileHash },
    sameRowsAre,
    api,
  })
  const [rejects, changes] = [
    openRejects(join(folder, 'a.rejects.csv'), table.headingCells),
    collectChanges(),
  ]
  const { totals, done } = startImport({
    ...decided,
    file: { file, fileHash },
    api,
    rejects,
    changes,
    window: 3,
    stop: stop ?? new AbortController(),
  })
  return { totals, done, notes, changes, rejects }
}

/** Imports a text and waits for the end. */
export const importText = async (run: Run) => {
  const started = await runImport(run)
  await started.done
  return { ...started, totals: started.totals() }
}
