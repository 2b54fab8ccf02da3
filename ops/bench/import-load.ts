/** Load for benches: imports purchases of the CDNOW sample through the public API. */

import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LOCAL, ROOT } from '../local/paths.mjs'

const ROWS = join(ROOT, 'e2e/data/cdnow-300.txt')
const MAPPING = join(ROOT, 'ops/import/cdnow.json')
const FOLDER = join(LOCAL, 'bench')
/** Longer than any bench runs: 300 rows take about 20 s. */
const REPEATS = 40

/** Adds a column with a different value in each repeat, because equal rows are the same orders. */
const writeInput = (): { file: string; mapping: string } => {
  mkdirSync(FOLDER, { recursive: true })
  const input = { file: join(FOLDER, 'rows.txt'), mapping: join(FOLDER, 'mapping.json') }
  const shipped = JSON.parse(readFileSync(MAPPING, 'utf8'))
  writeFileSync(input.mapping, JSON.stringify({ ...shipped, columns: [...shipped.columns, 'run'] }))
  const rows = readFileSync(ROWS, 'utf8')
  const repeats = Array.from({ length: REPEATS }, () => rows.replaceAll('\r\n', ` ${randomUUID()}\r\n`))
  writeFileSync(input.file, repeats.join(''))
  return input
}

export interface Load {
  /** Rows placed per second so far. */
  rate(): number
  /** Stops the import and waits until it has ended. */
  stop(): Promise<void>
}

/** Starts an import, with the default of 20 orders in flight, against the stack that `stackFile` describes. */
export const startLoad = async (stackFile: string): Promise<Load> => {
  const { file, mapping } = writeInput()
  const args = [
    '--import',
    'tsx',
    join(ROOT, 'ops/import/main.ts'),
    file,
    '--mapping',
    mapping,
    '--stack',
    stackFile,
  ]
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let rate = 0
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      const printed = /([\d.]+)\/s/.exec(chunk.toString())?.[1]
      if (!printed) return
      rate = Number(printed)
      resolve()
    })
    child.once('error', reject)
    ended.then(() => reject(new Error('The import ended before the bench began')))
  })
  return {
    rate: () => rate,
    stop: async () => {
      child.kill('SIGINT')
      await ended
    },
  }
}
