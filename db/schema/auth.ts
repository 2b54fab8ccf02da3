/** Accounts, sessions, groups and machine tokens. The first four tables have the columns better-auth expects. */

import { type SQL, sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  varchar,
} from 'drizzle-orm/pg-core'
import { ROLES } from '../../temporal/contract/auth/actor'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

export const roleEnum = pgEnum('role', ROLES)

/** Facts of an audit row beside ids: what a thing was before and what it is now. Never a secret, never an e-mail. */
export type AuditDetails = Record<string, string | number | boolean | null | readonly string[]>

export const user = pgTable(
  'user',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull().unique(),
    /** Name and e-mail, folded, for searches; null where nobody has folded them yet. */
    searchText: text('search_text'),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text('image'),
    /** Time zone of the person's days, an IANA name; null for that of their browser. */
    timeZone: text('time_zone'),
    role: roleEnum('role').notNull().default('customer'),
    banned: boolean('banned').notNull().default(false),
    banReason: text('ban_reason'),
    banExpires: at('ban_expires'),
    /** Last request with a session, give or take five minutes. */
    lastSeenAt: at('last_seen_at'),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (table) => [
    index('user_search').using('gin', sql`${table.searchText} gin_trgm_ops`),
    index('user_unfolded').on(table.id).where(sql`${table.searchText} is null`),
  ],
)

export const session = pgTable(
  'session',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    expiresAt: at('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    impersonatedBy: text('impersonated_by'),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (table) => [index('session_user_id').on(table.userId)],
)

export const account = pgTable(
  'account',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: at('access_token_expires_at'),
    refreshTokenExpiresAt: at('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('account_provider_account').on(table.providerId, table.accountId),
    index('account_user_id').on(table.userId),
  ],
)

export const verification = pgTable('verification', {
  id: text('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: at('expires_at').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
  updatedAt: at('updated_at').notNull().defaultNow(),
})

/** Candidate groups: who may decide an approval. The id is a short word such as `risk`. */
export const groups = pgTable('groups', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
})

export const groupMembers = pgTable(
  'group_members',
  {
    groupId: text('group_id')
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.groupId, table.userId] }),
    index('group_members_user').on(table.userId),
  ],
)

/** API tokens of machines and staff. Only the SHA-256 is kept; the role may be `import`, which no person has. */
export const apiTokens = pgTable(
  'api_tokens',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    role: roleEnum('role').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    expiresAt: at('expires_at'),
    revokedAt: at('revoked_at'),
    /** Last request with it, give or take five minutes. */
    lastUsedAt: at('last_used_at'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (table) => [index('api_tokens_user').on(table.userId)],
)

/** The one link by which an invited person sets a password. Only the SHA-256 is kept; a new link replaces the old. */
export const invitations = pgTable('invitations', {
  userId: text('user_id')
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  tokenHash: text('token_hash').notNull().unique(),
  expiresAt: at('expires_at').notNull(),
  acceptedAt: at('accepted_at'),
  createdAt: at('created_at').notNull().defaultNow(),
})

/** Fixed-window counters of the rate limits, in the layout of rate-limiter-flexible. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: varchar('key', { length: 255 }).primaryKey(),
    points: integer('points').notNull().default(0),
    /** End of the window, in milliseconds since 1970. */
    expire: bigint('expire', { mode: 'number' }),
  },
  (table) => [index('rate_limits_expire').on(table.expire)],
)

/** What people did that no workflow records: groups, members, passwords, tokens. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: text('id').primaryKey(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    /** The credential: `user:`, `token:`, or null. */
    principal: text('principal'),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    /** The account it was done to, where `subject` names one. */
    userId: text('user_id').generatedAlwaysAs((): SQL => sql`substring(subject from 'user:([^ ]+)')`),
    details: jsonb('details').$type<AuditDetails>(),
    requestId: text('request_id'),
    at: at('at').notNull().defaultNow(),
  },
  (table) => [
    index('audit_log_at').on(table.at, table.id),
    index('audit_log_user').on(table.userId, table.at),
    index('audit_log_actor').on(table.actorId, table.at),
  ],
)
