import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { allocatePorts } from '../ports.mjs'
import { Supervisor } from '../process/supervisor.mjs'
import { ensurePostgresFiles, removeCachedPostgresData } from './postgres-files.mjs'
import { startPostgres } from './start-postgres.mjs'

const TIMEOUT_MS = 60_000

/** @param {string} stateDir @param {string} [password] */
const start = async (stateDir, password = 'secret') => {
  const supervisor = new Supervisor(stateDir, () => {})
  onTestFinished(() => supervisor.stop())
  const { postgres: port = 0 } = await allocatePorts(join(stateDir, 'ports.json'), ['postgres'])
  const { signal } = new AbortController()
  const url = await startPostgres({ stateDir, port, password, supervisor, signal, isThrowaway: true })
  return { url, stop: () => supervisor.stop() }
}

/** @param {string} url @param {string} sql */
const query = async (url, sql) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

const newState = () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'postgres-'))
  onTestFinished(() => {
    removeCachedPostgresData(stateDir)
    rmSync(stateDir, { recursive: true, force: true })
  })
  return stateDir
}

it('keeps its data over a restart, and refuses broken data', {
  timeout: TIMEOUT_MS,
}, async () => {
  const stateDir = newState()
  const first = await start(stateDir)
  await query(first.url, 'create table kept as select 7 as n')
  await first.stop()

  const second = await start(stateDir)
  expect(await query(second.url, 'select n from kept')).toEqual([{ n: 7 }])
  await second.stop()

  const { data } = await ensurePostgresFiles(stateDir)
  rmSync(join(data, 'global'), { recursive: true })
  await expect(start(stateDir)).rejects.toThrow(/could not start on its data in .*; npm run demo -- --reset/)
  rmSync(join(data, 'PG_VERSION'))
  await expect(start(stateDir)).rejects.toThrow(/are broken \(PG_VERSION is missing\)/)
})
