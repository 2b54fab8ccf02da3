/** The purchases of CDNOW as load: real rows, placed through the public API for as long as a bench measures. */

import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
const ROWS = join(ROOT, 'e2e/data/cdnow-300.txt')
const MAPPING = join(ROOT, 'ops/import/cdnow.json')
const FOLDER = join(ROOT, '.local/bench')
/** More than any bench waits for: 300 rows take some 20 s. */
const REPEATS = 40

/** Each repeat names itself in a column of its own: equal rows of equal files are the same orders. */
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
  /** Rows placed for each second so far. */
  rate(): number
  /** Ends it and waits until it has ended. */
  stop(): Promise<void>
}

/** Starts an import against the product that `stackFile` describes, 20 orders in flight as the command does. */
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
      const told = /([\d.]+)\/s/.exec(chunk.toString())?.[1]
      if (!told) return
      rate = Number(told)
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
