'use client'

import X from 'lucide-react/icons/x'
import { useEffect, useRef, useState } from 'react'
import { useViewer } from '@/components/case/viewer-context'
import * as shortcutKeys from '@/components/keyboard/case-shortcut-keys'
import { useCommand } from '@/components/keyboard/commands'
import { Button } from '@/components/ui/button'
import { formatCount } from '@/components/ui/format-count'
import { IconButton } from '@/components/ui/icon-button'
import type { CaseKind } from '@/temporal/contract/cases/case-ids'
import { BulkConfirm } from '../bulk/bulk-confirm'
import { BULK_VERBS, type BulkPlan, type BulkVerb, planBulk } from '../bulk/bulk-plan'
import { RUN_BUTTON } from '../bulk/bulk-progress'
import type { Bulk } from '../bulk/use-bulk'
import { MarkButtons } from './mark-buttons'
import type { SelectionHandle } from './use-selection'
import { VerbButton } from './verb-button'

/** An order is decided through its approval; only an approval is claimed. */
const VERBS = { approval: BULK_VERBS, order: ['approve', 'reject'] } as const satisfies Record<
  CaseKind,
  readonly BulkVerb[]
>

interface Props {
  kind: CaseKind
  selecting: SelectionHandle
  shownIds: ReadonlySet<string>
  isCaseOpen: boolean
  bulk: Bulk
}

/** Number of selected cases, with the bulk actions. */
export const SelectionBar = ({ kind, selecting, shownIds, isCaseOpen, bulk }: Props) => {
  const { viewer, groups } = useViewer()
  const [confirming, setConfirming] = useState<BulkVerb | null>(null)
  const buttons = useRef<HTMLDivElement>(null)
  const focusAfter = useRef<'none' | 'confirmation' | 'start'>('none')
  const items = [...selecting.selection.items.values()]
  const elsewhere = items.filter(({ caseId }) => !shownIds.has(caseId)).length
  useEffect(() => {
    const bar = buttons.current
    // The form that had the focus is gone: focus the started run, or the buttons again.
    if (focusAfter.current === 'start')
      bar?.closest('section')?.querySelector<HTMLElement>(RUN_BUTTON)?.focus()
    else if (focusAfter.current === 'confirmation' && confirming === null)
      bar?.querySelector<HTMLElement>('button:not([aria-label])')?.focus()
    focusAfter.current = confirming === null ? 'none' : 'confirmation'
  }, [confirming])
  useCommand({
    id: 'selection.clear',
    label: 'Clear the selection',
    section: 'Selection',
    keys: isCaseOpen || confirming ? undefined : 'escape',
    run: selecting.clear,
  })
  const go = (verb: BulkVerb, plan: BulkPlan, reason: string) => {
    if (confirming) focusAfter.current = 'start'
    setConfirming(null)
    bulk.start(verb, plan.allowed, reason, selecting.deselect)
  }
  if (confirming) {
    const plan = planBulk(confirming, items, viewer, groups)
    return (
      <BulkConfirm
        key={confirming}
        verb={confirming}
        plan={plan}
        onConfirm={(reason) => go(confirming, plan, reason)}
        onBack={() => setConfirming(null)}
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
        {formatCount(items.length)} selected
        {elsewhere > 0 && (
          <span className="font-normal text-muted">, {formatCount(elsewhere)} not on this page</span>
        )}
      </p>
      {shownIds.size > items.length - elsewhere && (
        <Button
          size="sm"
          variant="ghost"
          aria-keyshortcuts={shortcutKeys.selectAll}
          onClick={selecting.toggleAll}
        >
          Select all {formatCount(shownIds.size)}
        </Button>
      )}
      {VERBS[kind].map((verb) => {
        const plan = planBulk(verb, items, viewer, groups)
        // Decisions, and actions that exclude cases, need a confirmation.
        const isPlain = (verb === 'claim' || verb === 'release') && plan.excluded.length === 0
        return (
          <VerbButton
            key={verb}
            verb={verb}
            plan={plan}
            isCaseOpen={isCaseOpen}
            isDisabled={bulk.isRunning}
            onPress={() => (isPlain ? go(verb, plan, '') : setConfirming(verb))}
          />
        )
      })}
      <MarkButtons items={items} isCaseOpen={isCaseOpen} />
    </div>
  )
}
