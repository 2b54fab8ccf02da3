/** Inputs about accounts, sessions and groups. */

import { z } from 'zod'
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../people'

const MAX_EMAIL = 254
const MAX_NAME = 80
const MAX_ID = 64
const MAX_USERS = 100

const id = z.string().min(1).max(MAX_ID)
const groupName = z.string().trim().min(1, 'Give the group a name').max(MAX_NAME)

/** The id of a group: a short word that settings and filters name. */
export const groupId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Use small letters, digits and dashes, 40 at most')

export const SignIn = z.object({
  email: z.string().trim().toLowerCase().min(1, 'Enter your e-mail').max(MAX_EMAIL),
  password: z.string().min(1, 'Enter your password').max(MAX_PASSWORD_LENGTH),
})

export const ChangePassword = z.object({
  currentPassword: z.string().min(1, 'Enter your current password').max(MAX_PASSWORD_LENGTH),
  newPassword: z
    .string()
    .min(MIN_PASSWORD_LENGTH, `Use at least ${MIN_PASSWORD_LENGTH} characters`)
    .max(MAX_PASSWORD_LENGTH, `Use at most ${MAX_PASSWORD_LENGTH} characters`),
})

export const Nothing = z.object({})
export const RevokeSession = z.object({ sessionId: id })

/** Without an id, one is made from the name. */
export const CreateGroup = z.object({ id: groupId.optional(), name: groupName })
export const RenameGroup = z.object({ groupId, name: groupName })
export const GroupOnly = z.object({ groupId })
export const GroupMember = z.object({ groupId, userId: id })

/** `q` matches names and e-mails. */
export const ListUsers = z.object({
  q: z.string().trim().max(MAX_NAME).optional(),
  group: groupId.optional(),
  limit: z.coerce.number().int().min(1).max(MAX_USERS).default(20),
})

/** Query of `GET /people`: `q` begins or stands in a name or an e-mail. */
export const ListPeople = z.strictObject({ q: z.string().trim().max(MAX_NAME).default('') })
