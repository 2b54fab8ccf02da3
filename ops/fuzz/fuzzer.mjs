import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { LOCAL } from '../local/paths.mjs'
import { findOnPath } from '../local/process/find-on-path.mjs'
import { runCommand } from '../local/process/run-command.mjs'

/** The fuzzer of OpenAPI documents. Its version is part of its folder, so that another one is installed anew. */
export const FUZZER = { name: 'schemathesis', version: '4.32.0' }

/**
 * The program of the fuzzer, installed on first use.
 * @param {string} local the folder for it
 * @returns {Promise<{ program: string } | { missing: string }>} `missing` says in one sentence why there is none
 */
export const installFuzzer = async (local = LOCAL) => {
  const folder = join(local, `fuzz-${FUZZER.version}`)
  const program = join(folder, 'bin', FUZZER.name)
  if (existsSync(program)) return { program }
  const python = findOnPath('python3')
  if (!python) return { missing: 'Nothing was fuzzed: there is no Python 3 on this machine.' }
  mkdirSync(local, { recursive: true })
  const made = await runCommand(python, ['-m', 'venv', folder], { cwd: local })
  if (made.code !== 0)
    return { missing: 'Nothing was fuzzed: this Python cannot make a virtual environment.' }
  const wanted = `${FUZZER.name}==${FUZZER.version}`
  const pip = await runCommand(join(folder, 'bin/pip'), ['install', '--quiet', wanted], { cwd: local })
  if (pip.code === 0 && existsSync(program)) return { program }
  return { missing: `Nothing was fuzzed: pip could not install ${wanted}.` }
}
