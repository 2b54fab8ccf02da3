/** The commands of `npm run user`. */

import { randomBytes } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import type { Database } from '../../db/client'
import {
  hasPassword,
  selectAccountByEmail,
  selectAllAccounts,
  updateBan,
  updatePassword,
  upsertAccount,
} from '../../db/queries/people/accounts'
import { replaceGroupMemberships, selectGroupIds, selectUnknownGroups } from '../../db/queries/people/groups'
import type { Role } from '../../temporal/contract/auth/actor'
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../../temporal/contract/people/people'
import { normaliseLine } from '../../temporal/contract/text/normalise-text'
import {
  type CommandOptions,
  type CommandOutput,
  parseEmail,
  parseRole,
  requireAccount,
  requireOption,
  UsageError,
  writeAudit,
} from './options'
import { revoke, token, tokens } from './token-commands'

const PASSWORD_BYTES = 15

/** The password to set, or null to keep the old one. Machines have none, because they use tokens. */
const newPassword = (given: string | undefined, role: Role, hasOne: boolean): string | null => {
  if (role === 'import') {
    if (given !== undefined) throw new UsageError('An import account has no password; give it a token')
    return null
  }
  if (given === undefined && hasOne) return null
  const password = given || randomBytes(PASSWORD_BYTES).toString('base64url')
  if (password.length < MIN_PASSWORD_LENGTH || password.length > MAX_PASSWORD_LENGTH) {
    throw new UsageError(`A password has ${MIN_PASSWORD_LENGTH} to ${MAX_PASSWORD_LENGTH} characters`)
  }
  return password
}

/** Creates an account, or changes name, role, groups or password of an existing one. */
const add = async (db: Database, options: CommandOptions): Promise<CommandOutput> => {
  const wanted = {
    email: parseEmail(options),
    name: requireOption(options, 'name'),
    role: parseRole(requireOption(options, 'role')),
  }
  const unknown = await selectUnknownGroups(db, options.group ?? [])
  if (unknown.length > 0) throw new UsageError(`There is no group ${unknown.join(', ')}`)
  const before = await selectAccountByEmail(db, wanted.email)
  const hasOne = before !== null && (await hasPassword(db, before.id))
  const password = newPassword(options.password, wanted.role, hasOne)
  const passwordHash = password === null ? null : await hashPassword(password)
  const data = await db.transaction(async (tx) => {
    const { id, email, name, role } = await upsertAccount(tx, wanted)
    if (options.group) await replaceGroupMemberships(tx, id, [...new Set(options.group)])
    if (passwordHash !== null) await updatePassword(tx, id, passwordHash)
    await writeAudit(tx, before ? 'user.update' : 'user.create', `user:${id} role:${role}`)
    return { id, email, name, role, groups: await selectGroupIds(tx, id), password, created: before === null }
  })
  const groups = data.groups.length > 0 ? `, groups ${data.groups.join(', ')}` : ''
  const secret = password === null ? '' : `\nPassword (shown once): ${password}`
  const verb = data.created ? 'Added' : 'Updated'
  return { data, text: `${verb} ${data.email}: ${data.name}, ${data.role}${groups}${secret}` }
}

const list = async (db: Database): Promise<CommandOutput> => {
  const accounts = await selectAllAccounts(db)
  const data = await Promise.all(
    accounts.map(async (one) => ({ ...one, groups: await selectGroupIds(db, one.id) })),
  )
  const text = data
    .map(({ email, name, role, banned, groups }) =>
      [email, name, role, groups.join(','), banned ? 'banned' : ''].filter(Boolean).join('  '),
    )
    .join('\n')
  return { data, text: text || 'No accounts yet' }
}

const ban = async (db: Database, options: CommandOptions): Promise<CommandOutput> => {
  const { id, email } = await requireAccount(db, options)
  await db.transaction(async (tx) => {
    await updateBan(tx, id, {
      reason: normaliseLine(options.reason ?? '').trim() || 'Banned by an administrator',
    })
    await writeAudit(tx, 'user.ban', `user:${id}`)
  })
  return { data: { id, email, banned: true }, text: `Banned ${email}; open pages notice within 30 seconds` }
}

const unban = async (db: Database, options: CommandOptions): Promise<CommandOutput> => {
  const { id, email } = await requireAccount(db, options)
  await db.transaction(async (tx) => {
    await updateBan(tx, id, null)
    await writeAudit(tx, 'user.unban', `user:${id}`)
  })
  return { data: { id, email, banned: false }, text: `${email} may sign in again` }
}

export const COMMANDS = { add, list, ban, unban, token, tokens, revoke } as const
