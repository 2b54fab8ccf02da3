/** Temporal's index of cases. No personal data: search attributes are never encrypted. */

import { defineSearchAttributeKey, type SearchAttributePair } from '@temporalio/common'
import { foldText } from '../text/fold-text'
import { truncateText } from '../text/truncate-text'
import type { WorkflowView } from './case'
import { toBaseCaseItem } from './case'

const MAX_KEYWORD = 255
const MAX_TITLE = 200

export const SEARCH_ATTRIBUTES = {
  kind: defineSearchAttributeKey('CaseKind', 'KEYWORD'),
  state: defineSearchAttributeKey('CaseState', 'KEYWORD'),
  assignee: defineSearchAttributeKey('CaseAssignee', 'KEYWORD'),
  group: defineSearchAttributeKey('CaseGroup', 'KEYWORD'),
  title: defineSearchAttributeKey('CaseTitle', 'TEXT'),
  priority: defineSearchAttributeKey('CasePriority', 'INT'),
  amountCents: defineSearchAttributeKey('CaseAmountCents', 'INT'),
  version: defineSearchAttributeKey('CaseVersion', 'INT'),
  dueAt: defineSearchAttributeKey('CaseDueAt', 'DATETIME'),
} as const

/** Names and types as the operator service registers them. */
export const SEARCH_ATTRIBUTE_TYPES = Object.values(SEARCH_ATTRIBUTES).map(({ name, type }) => ({
  name,
  type,
}))

/**
 * A title that every Visibility store takes: folded letters with their marks, digits and spaces, at most 200
 * characters. On Postgres a title with a colon fails the whole write.
 */
export const toIndexedTitle = (title: string): string =>
  truncateText(
    foldText(title)
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim(),
    MAX_TITLE,
  )

/** As titles were indexed before they were folded: those of workflows that have not moved since still are. */
export const toUnfoldedTitle = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const truncateKeyword = (value: string): string => truncateText(value, MAX_KEYWORD)

/** The index entry of a view. */
export const toSearchAttributes = (view: WorkflowView): SearchAttributePair[] => {
  const item = toBaseCaseItem(view)
  return [
    { key: SEARCH_ATTRIBUTES.kind, value: item.kind },
    { key: SEARCH_ATTRIBUTES.state, value: item.status },
    {
      key: SEARCH_ATTRIBUTES.assignee,
      value: item.assignee[0]?.id ? truncateKeyword(item.assignee[0].id) : null,
    },
    { key: SEARCH_ATTRIBUTES.group, value: item.group === null ? null : truncateKeyword(item.group) },
    { key: SEARCH_ATTRIBUTES.title, value: toIndexedTitle(item.caseTitle) },
    { key: SEARCH_ATTRIBUTES.priority, value: item.priority },
    { key: SEARCH_ATTRIBUTES.amountCents, value: item.amountCents },
    { key: SEARCH_ATTRIBUTES.version, value: item.version },
    { key: SEARCH_ATTRIBUTES.dueAt, value: item.dueAt === null ? null : new Date(item.dueAt) },
  ] as SearchAttributePair[]
}
