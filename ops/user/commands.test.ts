import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../db/testing/test-database'
import { COMMANDS } from './commands'
import { type CommandOptions, UsageError } from './options'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await database.pool.query(`insert into groups (id, name) values ('risk', 'Risk'), ('finance', 'Finance')`)
})
afterAll(() => database.drop())

const EMAIL = 'Ana@x.example'
const run = async (command: keyof typeof COMMANDS, options: CommandOptions = {}) =>
  (await COMMANDS[command](database.db, options)).data as Record<string, unknown>
const add = (options: CommandOptions = {}) =>
  run('add', { email: EMAIL, name: 'Ana', role: 'agent', ...options })
const rows = async (text: string) => (await database.pool.query(text)).rows

describe('npm run user', () => {
  it('creates an account with a password that is shown once', async () => {
    const made = await add({ group: ['risk'] })
    expect(made).toMatchObject({ email: 'ana@x.example', role: 'agent', groups: ['risk'], created: true })
    expect(String(made.password).length).toBeGreaterThanOrEqual(20)
    expect(JSON.stringify(await rows('select password from account'))).not.toContain(made.password)
  })

  it('changes role and groups of an existing account, and keeps password and unnamed groups', async () => {
    const [before] = await rows('select password from account')
    expect(await add({ role: 'supervisor' })).toMatchObject({
      created: false,
      password: null,
      groups: ['risk'],
    })
    expect(await add({ group: ['finance'] })).toMatchObject({ role: 'agent', groups: ['finance'] })
    expect(await rows('select password from account')).toEqual([before])
  })

  it('sets a password on request, and ends the sessions of the old one', async () => {
    const [{ id }] = await rows('select id from "user"')
    await database.pool.query(
      `insert into session (id, token, user_id, expires_at) values ('s', 't', $1, now() + interval '1 day')`,
      [id],
    )
    expect(await add({ password: 'a-good-password' })).toMatchObject({ password: 'a-good-password' })
    expect(await rows('select id from session')).toEqual([])
    expect(String((await add({ password: '' })).password).length).toBeGreaterThanOrEqual(20)
  })

  it('stores names and reasons without hidden characters', async () => {
    const email = 'zoe@x.example'
    expect(await add({ email, name: 'Zoe\u0308 \u202EO\u200B' })).toMatchObject({ name: 'Zoë O' })
    await run('ban', { email, reason: 'left\u202E' })
    expect(await rows(`select ban_reason, search_text from "user" where email = '${email}'`)).toEqual([
      { ban_reason: 'left', search_text: `zoe o\n${email}` },
    ])
    expect(await run('token', { email, name: 't\u2066' })).toMatchObject({ name: 't' })
    await expect(add({ email, name: '\u200B' })).rejects.toBeInstanceOf(UsageError)
  })

  it.each<[string, keyof typeof COMMANDS, CommandOptions]>([
    ['an unknown role', 'add', { email: EMAIL, name: 'A', role: 'root' }],
    ['an unknown group', 'add', { email: EMAIL, name: 'A', role: 'agent', group: ['nowhere'] }],
    ['no e-mail', 'add', { email: 'ana', name: 'A', role: 'agent' }],
    ['a short password', 'add', { email: EMAIL, name: 'A', role: 'agent', password: 'short' }],
    [
      'a password for a machine',
      'add',
      { email: 'm@x.example', name: 'M', role: 'import', password: 'long-enough-1' },
    ],
    ['a token above its owner', 'token', { email: EMAIL, name: 't', role: 'admin' }],
    ['a token of nobody', 'token', { email: 'no@x.example', name: 't' }],
    ['half a day', 'token', { email: EMAIL, name: 't', days: '0.5' }],
    ['an unknown token', 'revoke', { id: 'nothing' }],
  ])('refuses %s and changes nothing', async (_, command, options) => {
    const before = await rows('select id, role from "user" union all select id, role from api_tokens')
    await expect(run(command, options)).rejects.toBeInstanceOf(UsageError)
    expect(await rows('select id, role from "user" union all select id, role from api_tokens')).toEqual(
      before,
    )
  })

  it('issues a token for a machine, stores only its hash, and revokes it once', async () => {
    await run('add', { email: 'm@x.example', name: 'Importer', role: 'import' })
    const issued = await run('token', { email: 'm@x.example', name: 'bulk', days: '7' })
    expect(issued).toMatchObject({ role: 'import' })
    expect(JSON.stringify(await rows('select * from api_tokens'))).not.toContain(issued.token)
    expect(await run('tokens', { email: 'm@x.example' })).toHaveLength(1)
    await run('revoke', { id: String(issued.id) })
    expect(await run('tokens', { email: 'm@x.example' })).toHaveLength(0)
    await expect(run('revoke', { id: String(issued.id) })).rejects.toThrow(/no token/)
  })

  it('writes an audit entry', async () => {
    const actions = (await rows('select distinct action from audit_log')).map(({ action }) => action).sort()
    expect(actions).toEqual(['token.create', 'token.revoke', 'user.ban', 'user.create', 'user.update'])
  })
})
