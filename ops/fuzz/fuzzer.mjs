import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { LOCAL } from '../local/paths.mjs'
import { findOnPath } from '../local/process/find-on-path.mjs'
import { runCommand } from '../local/process/run-command.mjs'

/** The fuzzer of OpenAPI documents. Its version is part of its folder, so that another one is installed anew. */
export const FUZZER = { name: 'schemathesis', version: '4.32.0' }

const FOLDER = join(LOCAL, `fuzz-${FUZZER.version}`)
const PROGRAM = join(FOLDER, 'bin', FUZZER.name)

/**
 * The program of the fuzzer, installed on first use.
 * @returns {Promise<{ program: string } | { missing: string }>} `missing` says in one sentence why there is none
 */
export const installFuzzer = async () => {
  if (existsSync(PROGRAM)) return { program: PROGRAM }
  const python = findOnPath('python3')
  if (!python) return { missing: 'Nothing was fuzzed: there is no Python 3 on this machine.' }
  mkdirSync(LOCAL, { recursive: true })
  const made = await runCommand(python, ['-m', 'venv', FOLDER], { cwd: LOCAL })
  if (made.code !== 0)
    return { missing: 'Nothing was fuzzed: this Python cannot make a virtual environment.' }
  const wanted = `${FUZZER.name}==${FUZZER.version}`
  const pip = await runCommand(join(FOLDER, 'bin/pip'), ['install', '--quiet', wanted], { cwd: LOCAL })
  if (pip.code === 0 && existsSync(PROGRAM)) return { program: PROGRAM }
  return { missing: `Nothing was fuzzed: pip could not install ${wanted}.` }
}
