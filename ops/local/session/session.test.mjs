import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readJson } from '../files.mjs'
import { pollUntil } from '../process/poll-until.mjs'
import { isAlive } from '../process/process-identity.mjs'

const IDLE = 'setInterval(() => {}, 1000)'
const TIMEOUT_MS = 15_000

/** A launcher with one process. @param {string} folder @param {string} script */
const launcherScript = (folder, script) => `
  import { runSession } from '${import.meta.dirname}/run-session.mjs'
  import { Session } from '${import.meta.dirname}/session.mjs'
  const session = new Session('${folder}')
  await runSession(session, async () => {
    await session.open('Taken by PID.')
    session.removeOnClose('${folder}/up')
    session.supervisor.start({ name: 'part', command: process.execPath, args: ['-e', ${JSON.stringify(script)}],
      env: process.env, cwd: '/' }).isUp = true
    ;(await import('node:fs')).writeFileSync('${folder}/up', '')
    await session.whenEnded()
    return 0
  })`

/** @param {string} folder @param {string} [script] */
const launch = (folder, script = IDLE) => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', launcherScript(folder, script)])
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text
  })
  /** @type {Promise<{ code: number | null, output: string }>} */
  const ended = new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, output: output.trim() }))
  })
  return { child, ended }
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'session-'))

/** @param {string} folder */
const isUp = (folder) => pollUntil(() => existsSync(join(folder, 'up')), { timeoutMs: TIMEOUT_MS })

it('ends every process on SIGINT, exits with 0 and removes its files', async () => {
  const folder = newFolder()
  const { child, ended } = launch(folder)
  await isUp(folder)
  const [managed] = readJson(join(folder, 'stack.json')).children
  // A Ctrl-C in a terminal arrives twice, once through npm.
  child.kill('SIGINT')
  child.kill('SIGINT')
  expect(await ended).toEqual({ code: 0, output: '' })
  expect(isAlive(managed)).toBe(false)
  expect(existsSync(join(folder, 'up'))).toBe(false)
  expect(existsSync(join(folder, 'launcher.lock'))).toBe(false)
})

it('exits with 1 and names the process that exited by itself', async () => {
  const { code, output } = await launch(newFolder(), 'process.exit(5)').ended
  expect(code).toBe(1)
  expect(output).toMatch(/^part ended by itself \(exit code 5\)/)
})

it('refuses a folder where another launcher runs, and takes it over from a killed one', async () => {
  const folder = newFolder()
  const first = launch(folder)
  await isUp(folder)
  expect(await launch(folder).ended).toEqual({ code: 1, output: `Taken by ${first.child.pid}.` })

  const [orphan] = readJson(join(folder, 'stack.json')).children
  first.child.kill('SIGKILL')
  await first.ended
  expect(isAlive(orphan)).toBe(true)
  const second = launch(folder)
  await pollUntil(() => !isAlive(orphan), { timeoutMs: TIMEOUT_MS })
  await pollUntil(() => readJson(join(folder, 'stack.json')).children[0]?.pid !== orphan.pid, {
    timeoutMs: TIMEOUT_MS,
  })
  second.child.kill('SIGTERM')
  expect((await second.ended).output).toBe('Ended what an earlier run left behind: part.')
})
