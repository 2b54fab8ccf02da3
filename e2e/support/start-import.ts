/** Runs the import command. */

import { type ChildProcess, spawn } from 'node:child_process'
import { stackFile } from './stack'

export interface ImportRun {
  process: ChildProcess
  /** Its output so far. */
  output(): string
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | string>
}

/** Starts an import of `file` against the stack. */
export const startImport = (file: string, mapping: string, rejects: string): ImportRun => {
  const options = ['--mapping', mapping, '--stack', stackFile, '--rejects', rejects]
  const child = spawn(process.execPath, ['--import', 'tsx', 'ops/import/main.ts', file, ...options])
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const ended = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'))
  })
  return { process: child, output: () => output, ended }
}
