/** API tokens from the command line. */

import { randomUUID } from 'node:crypto'
import { effectiveRole, generateApiToken, hashToken } from '../../app/_server/auth/tokens'
import type { Database } from '../../db/client'
import { insertToken, selectTokens, updateTokenRevoked } from '../../db/queries/auth/api-tokens'
import { parseWholeNumber } from '../../temporal/contract/numbers'
import { MAX_TOKEN_DAYS } from '../../temporal/contract/people/people'
import { DAY_MS } from '../../temporal/contract/time'
import {
  type CommandOptions,
  type CommandOutput,
  parseRole,
  requireAccount,
  requireOption,
  UsageError,
  writeAudit,
} from './options'

const parseDays = (text: string | undefined): Date | null => {
  if (text === undefined) return null
  const days = parseWholeNumber(text, { min: 1, max: MAX_TOKEN_DAYS })
  if (days === null) throw new UsageError(`--days must be a whole number from 1 to ${MAX_TOKEN_DAYS}`)
  return new Date(Date.now() + days * DAY_MS)
}

/** Issues a token with the role of the account, or with `--role`, which may be lower or `import`. */
export const token = async (db: Database, options: CommandOptions): Promise<CommandOutput> => {
  const owner = await requireAccount(db, options)
  const role = options.role === undefined ? owner.role : parseRole(options.role)
  if (effectiveRole(role, owner.role) !== role) {
    throw new UsageError(`${owner.email} is ${owner.role}; a token of theirs cannot be ${role}`)
  }
  const secret = generateApiToken()
  const expiresAt = parseDays(options.days)
  const row = { id: randomUUID(), name: requireOption(options, 'name'), role, userId: owner.id, expiresAt }
  await db.transaction(async (tx) => {
    await insertToken(tx, { ...row, tokenHash: hashToken(secret) })
    await writeAudit(tx, 'token.create', `token:${row.id} user:${owner.id} role:${role}`)
  })
  const until = expiresAt ? `until ${expiresAt.toISOString()}` : 'without end'
  return {
    data: { id: row.id, name: row.name, email: owner.email, role, expiresAt, token: secret },
    text: `Token ${row.name} (${row.id}) of ${owner.email}, ${role}, ${until}\nToken (shown once): ${secret}`,
  }
}

/** Lists the valid tokens of an account. */
export const tokens = async (db: Database, options: CommandOptions): Promise<CommandOutput> => {
  const data = await selectTokens(db, (await requireAccount(db, options)).id)
  const text = data
    .map(
      ({ id, name, role, expiresAt }) =>
        `${id}  ${name}  ${role}  ${expiresAt?.toISOString() ?? 'without end'}`,
    )
    .join('\n')
  return { data, text: text || 'No tokens' }
}

/** Revokes a token. */
export const revoke = async (db: Database, options: CommandOptions): Promise<CommandOutput> => {
  const id = requireOption(options, 'id')
  await db.transaction(async (tx) => {
    const ended = await updateTokenRevoked(tx, id)
    if (!ended) throw new UsageError(`There is no token ${id} in force`)
    await writeAudit(tx, 'token.revoke', `token:${id} user:${ended.userId}`)
  })
  return { data: { id, revoked: true }, text: `Revoked ${id}; it stops working within 30 seconds` }
}
