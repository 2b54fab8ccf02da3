'use client'

import * as shortcutKeys from '@/components/keyboard/case-shortcut-keys'
import { useCommand } from '@/components/keyboard/commands'
import type { CaseItem } from '@/temporal/contract/cases/case'
import { type InboxState, inboxHref } from '../inbox-state'
import { getFocusedRowId, getNeighbourId, moveRowFocus } from '../list/row-focus'
import type { SelectionHandle } from '../selection/use-selection'
import { pushUrl } from '../use-client-links'

const MOVES = [
  { step: 1, word: 'next', keys: shortcutKeys.nextCase, arrow: 'arrowdown' },
  { step: -1, word: 'previous', keys: shortcutKeys.previousCase, arrow: 'arrowup' },
] as const

type Move = (typeof MOVES)[number]

interface Props {
  state: InboxState
  rows: readonly CaseItem[]
  selecting: SelectionHandle
}

/** Moves the cursor; with a case open, opens the next or previous case instead, as in a mailbox. */
const MoveCommand = ({ move, state, rows, selecting }: Props & { move: Move }) => {
  const { step, word, keys, arrow } = move
  const openNeighbour = () => {
    const next = getNeighbourId(
      rows.map(({ caseId }) => caseId),
      step,
      state.caseId,
    )
    if (next) pushUrl(inboxHref(state, { caseId: next }), 'replace')
  }
  const extend = () => {
    const from = rows.find(({ caseId }) => caseId === getFocusedRowId())
    if (from && !selecting.selection.items.has(from.caseId)) selecting.extendTo(from)
    if (!moveRowFocus(step)) return
    const to = rows.find(({ caseId }) => caseId === getFocusedRowId())
    if (to) selecting.extendTo(to)
  }
  const isOpen = state.caseId !== null
  const disabledReason = rows.length === 0 ? 'The list is empty' : undefined
  useCommand({
    id: `list.${word}`,
    label: isOpen ? `Open the ${word} case` : `Go to the ${word} case`,
    section: 'List',
    keys,
    disabledReason,
    isKeyOnly: !isOpen,
    repeats: true,
    run: isOpen ? openNeighbour : () => moveRowFocus(step),
  })
  useCommand(
    isOpen
      ? null
      : {
          id: `list.${word}.arrow`,
          label: `Go to the ${word} case`,
          section: 'List',
          keys: arrow,
          disabledReason,
          isKeyOnly: true,
          repeats: true,
          run: () => moveRowFocus(step),
        },
  )
  useCommand({
    id: `selection.${word}`,
    label: `Select to the ${word} case`,
    section: 'Selection',
    keys: `shift+${keys}`,
    disabledReason,
    isKeyOnly: true,
    repeats: true,
    run: extend,
  })
  return null
}

/** Commands that move by one row, with or without extending the selection. */
export const MoveCommands = (props: Props) =>
  MOVES.map((move) => <MoveCommand key={move.step} move={move} {...props} />)
