/** Inputs about accounts, sessions and groups. */

import { z } from 'zod'
import { PERSON_ROLES, ROLES } from '../auth/actor'
import {
  ACCOUNT_STATUSES,
  MAX_PASSWORD_LENGTH,
  MAX_TOKEN_DAYS,
  MIN_PASSWORD_LENGTH,
  PEOPLE_SORTS,
} from '../people/people'
import { rawEmail, searchText, text, timeZone, wholeNumberText } from './request-fields'

const MAX_NAME = 80
const MAX_ID = 64
const MAX_USERS = 100

const id = z.string().min(1).max(MAX_ID)
const groupName = text('The name', MAX_NAME)

/** The id of a group: a short word that settings and filters name. */
export const groupId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Use small letters, digits and dashes, 40 at most')

export const SignIn = z.object({
  email: rawEmail('Enter your e-mail').min(1, 'Enter your e-mail'),
  password: z.string().min(1, 'Enter your password').max(MAX_PASSWORD_LENGTH),
})

/** An empty zone is that of the browser. */
export const SetTimeZone = z.object({ zone: z.union([z.literal(''), timeZone]) })

const newPassword = z
  .string({ error: `Use at least ${MIN_PASSWORD_LENGTH} characters` })
  .min(MIN_PASSWORD_LENGTH, `Use at least ${MIN_PASSWORD_LENGTH} characters`)
  .max(MAX_PASSWORD_LENGTH, `Use at most ${MAX_PASSWORD_LENGTH} characters`)

export const ChangePassword = z.object({
  currentPassword: z.string().min(1, 'Enter your current password').max(MAX_PASSWORD_LENGTH),
  newPassword,
})

export const EmptyForm = z.object({})
export const RevokeSession = z.object({ sessionId: id })

/** Without an id, one is made from the name. */
export const CreateGroup = z.object({ id: groupId.optional(), name: groupName })
export const RenameGroup = z.object({ groupId, name: groupName })
/** `redirected`: how many approvals and orders the caller knows will be asked of others instead. */
export const DeleteGroup = z.object({ groupId, redirected: wholeNumberText('The number').default(0) })
export const GroupMember = z.object({ groupId, userId: id })

/** `q` matches names and e-mails. */
export const ListAssignableStaff = z.object({
  q: searchText('The search', MAX_NAME).optional(),
  group: groupId.optional(),
  limit: wholeNumberText('The limit', { min: 1, max: MAX_USERS }).default(20),
})

/** Query of `GET /people`: `q` begins or stands in a name or an e-mail. */
export const SearchColleagues = z.strictObject({ q: searchText('The search', MAX_NAME).default('') })
/** A form's boxes of one name: none, one or several. */
const checkboxes = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z
    .array(groupId)
    .max(MAX_USERS)
    .transform((ids) => [...new Set(ids)]),
)
const personRole = z.enum(PERSON_ROLES, { error: 'Choose a role' })
const email = rawEmail('Enter an e-mail address').pipe(
  z.email({ error: 'Enter an e-mail address, such as ana@example.com' }),
)

export const PersonRef = z.object({ userId: id })
export const SetRole = z.object({ userId: id, role: personRole })
export const SetGroups = z.object({ userId: id, groups: checkboxes })
export const InvitePerson = z.object({
  email,
  name: text('The name', MAX_NAME),
  role: personRole,
  groups: checkboxes,
})

const MAX_REASON = 200
/** `until` is the last day of the ban, in the administrator's time zone; without it the ban stays until it is lifted. */
export const BanPerson = z.object({
  userId: id,
  reason: text('The reason', MAX_REASON),
  until: z.iso.date({ error: 'Enter a day' }).optional(),
})

export const AcceptInvitation = z.object({
  token: z.string().max(MAX_ID),
  name: text('The name', MAX_NAME),
  password: newPassword,
})

/** Without `days` the token has no end; without `userId` it is the caller's own. */
export const CreateToken = z.object({
  userId: id.optional(),
  name: text('The name', MAX_NAME),
  role: z.enum(ROLES, { error: 'Choose a role' }),
  days: wholeNumberText('The number of days', { min: 1, max: MAX_TOKEN_DAYS }).optional(),
})
export const RevokeToken = z.object({ tokenId: id })

/** Who to list: the staff, the customers, or one role. */
const PEOPLE_KINDS = ['staff', ...ROLES] as const

/** What the address of the list of people asks for; what it does not understand counts as absent. */
export const ListAccounts = z.object({
  q: searchText('The search', MAX_NAME).catch(''),
  role: z.enum(PEOPLE_KINDS).catch('staff'),
  status: z.enum(ACCOUNT_STATUSES).optional().catch(undefined),
  sort: z.enum(PEOPLE_SORTS).catch('name'),
  page: wholeNumberText('The page', { min: 1, max: 100_000 }).catch(1),
})

const MICROSECOND_TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/
/** Where a page starts, as the page before it said: time and id. */
const timestampCursor = z
  .string()
  .transform((value) => value.split('~'))
  .pipe(z.tuple([z.string().regex(MICROSECOND_TIMESTAMP), id]))
  .transform(([at, rowId]) => ({ at, id: rowId }))
  .optional()
  .catch(undefined)

export const ListAudit = z.object({ about: id.optional().catch(undefined), after: timestampCursor })
export const ListMyOrders = z.object({ after: timestampCursor })
