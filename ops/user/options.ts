/** Options of `npm run user`, and how commands read them. */

import type { Database, Executor } from '../../db/client'
import { type AccountRow, selectAccountByEmail } from '../../db/queries/people/accounts'
import { insertAuditEntry } from '../../db/queries/people/audit-log'
import { ROLES, type Role } from '../../temporal/contract/auth/actor'
import { isInvisible, normaliseLine } from '../../temporal/contract/text/normalise-text'

export interface CommandOptions {
  email?: string | undefined
  name?: string | undefined
  role?: string | undefined
  group?: string[] | undefined
  /** Empty asks for a generated one. */
  password?: string | undefined
  reason?: string | undefined
  days?: string | undefined
  id?: string | undefined
  json?: boolean | undefined
}

/** Result of a command, for machines (`data`) and for people (`text`). */
export interface CommandOutput {
  data: unknown
  text: string
}

/** An invalid command or option. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** An option's value. @throws UsageError when it is missing */
export const requireOption = (options: CommandOptions, name: 'email' | 'name' | 'role' | 'id'): string => {
  const value = normaliseLine(options[name] ?? '').trim()
  if (isInvisible(value)) throw new UsageError(`--${name} is missing`)
  return value
}

/** @throws UsageError for an unknown role */
export const parseRole = (text: string): Role => {
  if (!(ROLES as readonly string[]).includes(text))
    throw new UsageError(`--role must be one of ${ROLES.join(', ')}`)
  return text as Role
}

/** The e-mail in lower case. @throws UsageError when it is missing or invalid */
export const parseEmail = (options: CommandOptions): string => {
  const email = requireOption(options, 'email').toLowerCase()
  if (!EMAIL.test(email)) throw new UsageError('--email is no e-mail address')
  return email
}

/** The account with the e-mail `--email`. @throws UsageError when there is none */
export const requireAccount = async (db: Database, options: CommandOptions): Promise<AccountRow> => {
  const email = parseEmail(options)
  const found = await selectAccountByEmail(db, email)
  if (!found) throw new UsageError(`There is no account ${email}`)
  return found
}

/** Writes an audit entry with the command line as its actor. */
export const writeAudit = (db: Executor, action: string, subject: string): Promise<void> =>
  insertAuditEntry(db, {
    actorId: 'command-line',
    actorName: 'Command line',
    action,
    subject,
    requestId: null,
  })
