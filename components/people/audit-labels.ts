/** Sentences of the audit. Unknown actions are shown as they are stored. */

import { ROLE_LABEL } from '@/components/ui/role-labels'
import { isRole } from '@/temporal/contract/auth/actor'
import { isolateText } from '@/temporal/contract/text/isolate-text'

/** The fields of an audit row that its sentence needs. */
export interface AuditEntry {
  action: string
  subject: string
  userId: string | null
  userName: string | null
  actorId: string
  details: Readonly<Record<string, unknown>> | null
}

const ACTION = {
  'account.password.change': 'changed their password',
  'account.session.revoke': 'signed out one of their browsers',
  'account.session.revoke-others': 'signed out all their other browsers',
  'group.create': 'made the group {group}',
  'group.rename': 'renamed the group {group}',
  'group.delete': 'deleted the group {group}',
  'group.member.add': 'added {person} to {group}',
  'group.member.remove': 'took {person} out of {group}',
  'token.create': 'made an API token for {person}',
  'token.revoke': 'revoked an API token of {person}',
  'user.create': 'made the account of {person}',
  'user.update': 'changed the account of {person}',
  'user.invite': 'invited {person}',
  'user.invite.renew': 'made a new invitation link for {person}',
  'user.invite.accept': 'accepted the invitation',
  'user.role': 'changed the role of {person}',
  'user.groups': 'changed the groups of {person}',
  'user.ban': 'banned {person}',
  'user.unban': 'lifted the ban of {person}',
  'user.sessions.revoke': 'signed {person} out everywhere',
} as const

const getGroupId = (subject: string): string | undefined => /\bgroup:([^ ]+)/.exec(subject)?.[1]

/** The action, such as `banned Ana Silva`, to be shown after the name of the actor. */
export const auditSentence = (row: AuditEntry, groupNames: ReadonlyMap<string, string>): string => {
  const template = Object.hasOwn(ACTION, row.action) ? ACTION[row.action as keyof typeof ACTION] : row.action
  const groupId = getGroupId(row.subject)
  const person = row.userId === row.actorId ? 'themselves' : (row.userName ?? 'a deleted account')
  const groupName = groupId && groupNames.get(groupId)
  const nameInDetails = row.details?.name
  const group =
    groupName ??
    (row.subject.startsWith('group:') && typeof nameInDetails === 'string' ? nameInDetails : groupId)
  return template
    .replace('{person}', () => isolateText(person))
    .replace('{group}', () => isolateText(group ?? 'a group'))
}

const LABEL = {
  name: 'name',
  role: 'role',
  groups: 'groups',
  reason: 'reason',
  until: 'until',
  leftGroups: 'left',
  sessions: 'sessions',
  members: 'members',
} as const

const EXACT_TIME = /^\d{4}-\d\d-\d\dT/

const valueLabel = (value: unknown, groupNames: ReadonlyMap<string, string>): string => {
  if (Array.isArray(value))
    return value.map((id) => isolateText(groupNames.get(String(id)) ?? String(id))).join(', ') || 'none'
  if (value === null) return 'no end'
  const text = String(value)
  // People choose days; the time of day has no meaning.
  if (EXACT_TIME.test(text)) return text.slice(0, 10)
  return isRole(text) ? ROLE_LABEL[text] : isolateText(text)
}

/** Details of the action, such as `Agent → Supervisor`; empty if there are none. */
export const auditDetails = ({ details }: AuditEntry, groupNames: ReadonlyMap<string, string>): string => {
  if (!details) return ''
  const { from, to, ...rest } = details
  const change = from === undefined ? [] : [`${valueLabel(from, groupNames)} → ${valueLabel(to, groupNames)}`]
  const facts = Object.entries(rest).flatMap(([name, value]) =>
    Object.hasOwn(LABEL, name)
      ? [`${LABEL[name as keyof typeof LABEL]}: ${valueLabel(value, groupNames)}`]
      : [],
  )
  return [...change, ...facts].join(' · ')
}
