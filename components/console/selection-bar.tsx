'use client'

import Mail from 'lucide-react/icons/mail'
import MailOpen from 'lucide-react/icons/mail-open'
import X from 'lucide-react/icons/x'
import { useEffect, useRef, useState } from 'react'
import { useViewing } from '@/components/case/viewer'
import { useCommand } from '@/components/commands/commands'
import { KeyCaps } from '@/components/commands/key-caps'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { CaseItem } from '@/temporal/contract/case'
import type { CaseKind } from '@/temporal/contract/ids'
import { BulkConfirm } from './bulk-confirm'
import { BULK_VERBS, type BulkPlan, type BulkVerb, planOf } from './bulk-plan'
import { BULK_WORD, cases, count } from './bulk-words'
import type { Bulk } from './use-bulk'
import { forgetSeen, useMarkSeen } from './use-seen'
import type { SelectionHandle } from './use-selection'

/** An order is decided through its approval; only an approval is claimed. */
const VERBS = { approval: BULK_VERBS, order: ['approve', 'reject'] } as const satisfies Record<
  CaseKind,
  readonly BulkVerb[]
>

interface VerbProps {
  verb: BulkVerb
  plan: BulkPlan
  /** A case is open: its own keys count. */
  isCaseOpen: boolean
  isOff: boolean
  onPress: () => void
}

const VerbButton = ({ verb, plan, isCaseOpen, isOff, onPress }: VerbProps) => {
  const { press, keys } = BULK_WORD[verb]
  const asks = verb === 'reject' ? '…' : ''
  const why = plan.may.length === 0 ? plan.leftOut.map(({ why: one }) => one).join('; ') : undefined
  const all = plan.may.length + plan.leftOut.reduce((sum, { items }) => sum + items.length, 0)
  const shown = isCaseOpen ? undefined : keys
  useCommand({
    id: `selection.${verb}`,
    label: `${press} ${cases(all)} that ${all === 1 ? 'is' : 'are'} selected${asks}`,
    section: 'Selection',
    keys: shown,
    off: isOff ? 'Another run is under way' : undefined,
    run: onPress,
  })
  return (
    <Button
      size="sm"
      variant={verb === 'approve' ? 'primary' : 'neutral'}
      aria-keyshortcuts={shown}
      title={why}
      disabled={isOff}
      onClick={onPress}
    >
      {press}
      {asks}
      {shown && <KeyCaps keys={shown} />}
    </Button>
  )
}

const MarkButtons = ({ items, isCaseOpen }: { items: readonly CaseItem[]; isCaseOpen: boolean }) => {
  const mark = useMarkSeen()
  const read = () => mark(items.map(({ caseId, version }) => ({ caseId, version })))
  const unread = () => {
    for (const { caseId } of items) forgetSeen(caseId)
    return mark(items.map(({ caseId }) => ({ caseId, version: 0 })))
  }
  useCommand({
    id: 'selection.read',
    label: 'Mark selected as read',
    section: 'Selection',
    keys: isCaseOpen ? undefined : 'shift+i',
    run: read,
  })
  useCommand({
    id: 'selection.unread',
    label: 'Mark selected as unread',
    section: 'Selection',
    keys: isCaseOpen ? undefined : 'shift+u',
    run: unread,
  })
  return (
    <>
      <IconButton size="sm" icon={MailOpen} label="Mark as read" onClick={read} />
      <IconButton size="sm" icon={Mail} label="Mark as unread" onClick={unread} />
    </>
  )
}

interface Props {
  kind: CaseKind
  selecting: SelectionHandle
  /** Ids of the rows of this page. */
  shownIds: ReadonlySet<string>
  isCaseOpen: boolean
  bulk: Bulk
}

/** How many cases are selected, and what can be done with all of them at once. */
export const SelectionBar = ({ kind, selecting, shownIds, isCaseOpen, bulk }: Props) => {
  const { viewer, groups } = useViewing()
  const [asking, setAsking] = useState<BulkVerb | null>(null)
  const buttons = useRef<HTMLDivElement>(null)
  const wasAsking = useRef(false)
  const items = [...selecting.selection.items.values()]
  const elsewhere = items.filter(({ caseId }) => !shownIds.has(caseId)).length
  useEffect(() => {
    if (wasAsking.current && asking === null)
      buttons.current?.querySelector<HTMLElement>('button:not([aria-label])')?.focus()
    wasAsking.current = asking !== null
  }, [asking])
  useCommand({
    id: 'selection.clear',
    label: 'Clear the selection',
    section: 'Selection',
    keys: isCaseOpen || asking ? undefined : 'escape',
    run: selecting.clear,
  })
  const go = (verb: BulkVerb, plan: BulkPlan, reason: string) => {
    setAsking(null)
    bulk.start(verb, plan.may, reason, selecting.keep)
  }
  if (asking) {
    const plan = planOf(asking, items, viewer, groups)
    return (
      <BulkConfirm
        key={asking}
        verb={asking}
        plan={plan}
        onGo={(reason) => go(asking, plan, reason)}
        onBack={() => setAsking(null)}
      />
    )
  }
  return (
    <div ref={buttons} className="flex flex-wrap items-center gap-1.5">
      <IconButton
        size="sm"
        icon={X}
        label="Clear the selection"
        aria-keyshortcuts={isCaseOpen ? undefined : 'Escape'}
        onClick={selecting.clear}
      />
      <p role="status" className="mr-auto font-medium whitespace-nowrap tabular-nums">
        {count(items.length)} selected
        {elsewhere > 0 && (
          <span className="font-normal text-muted">, {count(elsewhere)} not on this page</span>
        )}
      </p>
      {shownIds.size > items.length - elsewhere && (
        <Button size="sm" variant="ghost" aria-keyshortcuts="* a" onClick={selecting.toggleAll}>
          Select all {count(shownIds.size)}
        </Button>
      )}
      {VERBS[kind].map((verb) => {
        const plan = planOf(verb, items, viewer, groups)
        // What cannot be taken back, or is not for all of them, says so first.
        const isPlain = (verb === 'claim' || verb === 'release') && plan.leftOut.length === 0
        return (
          <VerbButton
            key={verb}
            verb={verb}
            plan={plan}
            isCaseOpen={isCaseOpen}
            isOff={bulk.isRunning}
            onPress={() => (isPlain ? go(verb, plan, '') : setAsking(verb))}
          />
        )
      })}
      <MarkButtons items={items} isCaseOpen={isCaseOpen} />
    </div>
  )
}
