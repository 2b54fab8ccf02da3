import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readJson } from '../files.mjs'
import { readLogTail } from './log-file.mjs'
import { pollUntil } from './poll-until.mjs'
import { isAlive, isGroupAlive } from './process-identity.mjs'
import { runCommand } from './run-command.mjs'
import { killStaleProcesses } from './stale-processes.mjs'
import { Supervisor } from './supervisor.mjs'
import { describeExit } from './wait-until-ready.mjs'

const newFolder = () => mkdtempSync(join(tmpdir(), 'supervisor-'))
const IDLE = 'setInterval(() => {}, 1000); console.log("ready")'
/** Ignores SIGTERM and starts a child that ignores it too. */
const STUBBORN = `process.on('SIGTERM', () => {});
  require('node:child_process').spawn(process.execPath, ['-e', "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)"]);
  ${IDLE}`

/** @param {string} folder @param {(managed: import('./supervisor.mjs').ManagedProcess) => void} [onExit] */
const supervise = (folder, onExit = () => {}) => {
  const supervisor = new Supervisor(folder, onExit)
  onTestFinished(() => supervisor.stop())
  return supervisor
}

/** @param {Supervisor} supervisor @param {string} script */
const startNode = async (supervisor, script) => {
  const managed = supervisor.start({
    name: 'part',
    command: process.execPath,
    args: ['-e', script],
    env: process.env,
    cwd: '/',
    graceMs: 300,
  })
  await pollUntil(() => managed.exit !== null || readLogTail(managed.log, 1) === 'ready', {
    timeoutMs: 10_000,
  })
  managed.isUp = true
  return managed
}

it('kills a process that ignores signals, with the processes it started', async () => {
  const supervisor = supervise(newFolder())
  const managed = await startNode(supervisor, STUBBORN)
  await supervisor.stop()
  expect(managed.exit).toEqual({ code: null, signal: 'SIGKILL' })
  expect(isGroupAlive(managed.identity.pid)).toBe(false)
})

it('reports a process that exits by itself, with its name and the end of its log', async () => {
  /** @type {string[]} */
  const reports = []
  const supervisor = supervise(newFolder(), (managed) => reports.push(describeExit(managed)))
  const managed = await startNode(
    supervisor,
    `${IDLE}; setTimeout(() => { console.log('no more'); process.exit(3) }, 200)`,
  )
  await managed.ended
  expect(reports.join()).toMatch(/^part ended by itself \(exit code 3\)\.\nready\nno more\n/)
})

it('starts nothing once it is stopping', async () => {
  const supervisor = supervise(newFolder())
  await supervisor.stop()
  await expect(startNode(supervisor, IDLE)).rejects.toThrow('Stopped before')
})

it('ends the processes that a killed launcher left behind, once', async () => {
  const folder = newFolder()
  const launcher = `import { Supervisor } from '${import.meta.dirname}/supervisor.mjs'
    const managed = new Supervisor('${folder}', () => {}).start({ name: 'left', command: process.execPath,
      args: ['-e', 'setInterval(() => {}, 1000)'], env: process.env, cwd: '/' })
    process.kill(process.pid, 'SIGKILL')`
  await runCommand(process.execPath, ['--input-type=module', '-e', launcher], { cwd: '/' })
  const [left] = readJson(join(folder, 'stack.json')).children
  expect(isAlive(left)).toBe(true)
  expect(await killStaleProcesses(folder)).toEqual(['left'])
  expect(isAlive(left)).toBe(false)
  expect(await killStaleProcesses(folder)).toEqual([])
})
