'use client'

import X from 'lucide-react/icons/x'
import { useEffect, useRef, useState } from 'react'
import { useViewing } from '@/components/case/viewer'
import { useCommand } from '@/components/commands/commands'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { CaseKind } from '@/temporal/contract/cases/case-ids'
import { BulkConfirm } from './bulk-confirm'
import { BULK_VERBS, type BulkPlan, type BulkVerb, planOf } from './bulk-plan'
import { RUN_BUTTON } from './bulk-progress'
import { count } from './bulk-words'
import { MarkButtons } from './selection-marks'
import { VerbButton } from './selection-verb'
import type { Bulk } from './use-bulk'
import type { SelectionHandle } from './use-selection'

/** An order is decided through its approval; only an approval is claimed. */
const VERBS = { approval: BULK_VERBS, order: ['approve', 'reject'] } as const satisfies Record<
  CaseKind,
  readonly BulkVerb[]
>

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
  const askedOf = useRef<'nobody' | 'person' | 'server'>('nobody')
  const items = [...selecting.selection.items.values()]
  const elsewhere = items.filter(({ caseId }) => !shownIds.has(caseId)).length
  useEffect(() => {
    const bar = buttons.current
    // The form that had the focus is gone: it goes on to the run that was started, or back to the verbs.
    if (askedOf.current === 'server') bar?.closest('section')?.querySelector<HTMLElement>(RUN_BUTTON)?.focus()
    else if (askedOf.current === 'person' && asking === null)
      bar?.querySelector<HTMLElement>('button:not([aria-label])')?.focus()
    askedOf.current = asking === null ? 'nobody' : 'person'
  }, [asking])
  useCommand({
    id: 'selection.clear',
    label: 'Clear the selection',
    section: 'Selection',
    keys: isCaseOpen || asking ? undefined : 'escape',
    run: selecting.clear,
  })
  const go = (verb: BulkVerb, plan: BulkPlan, reason: string) => {
    if (asking) askedOf.current = 'server'
    setAsking(null)
    bulk.start(verb, plan.may, reason, selecting.letGo)
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
