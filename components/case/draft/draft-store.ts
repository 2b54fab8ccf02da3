/** What the viewer is typing about a case and has not sent. Kept in this browser until it is sent or discarded. */

import { accountStore } from '@/components/session/account-store'
import { dedupeMentions, type Mention } from '@/temporal/contract/cases/mentions'

export type DraftKind = 'comment' | 'reason' | 'cancel'

export interface Draft {
  text: string
  /** People chosen from the list; the text alone does not say who is meant. */
  mentions: readonly Mention[]
}

export const EMPTY_DRAFT: Draft = { text: '', mentions: [] }

const draftName = (caseId: string, kind: DraftKind): string => `draft:${caseId}:${kind}`

/** The draft of the viewer for this case, empty where there is none. Of two tabs the last one that typed wins. */
export const readDraft = (caseId: string, kind: DraftKind): Draft => {
  const { text, mentions } = Object(accountStore.read(draftName(caseId, kind)))
  if (typeof text !== 'string') return EMPTY_DRAFT
  return { text, mentions: Array.isArray(mentions) ? dedupeMentions(mentions) : [] }
}

/** Keeps a draft; one without text is removed. */
export const saveDraft = (caseId: string, kind: DraftKind, draft: Draft): void =>
  accountStore.write(draftName(caseId, kind), draft.text.trim() ? draft : null)

export const removeDraft = (caseId: string, kind: DraftKind): void => saveDraft(caseId, kind, EMPTY_DRAFT)

/** Removes a draft that the server accepted. Another text, typed meanwhile or in another tab, stays. */
export const removeSentDraft = (caseId: string, kind: DraftKind, sentText: string): void => {
  if (readDraft(caseId, kind).text.trim() === sentText) removeDraft(caseId, kind)
}
