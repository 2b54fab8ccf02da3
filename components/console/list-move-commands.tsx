'use client'

import { useCommand } from '@/components/commands/commands'
import type { CaseItem } from '@/temporal/contract/cases/case'
import { type InboxState, inboxHref } from './inbox-state'
import { cursorId, idBeside, moveCursor } from './row-cursor'
import type { SelectionHandle } from './use-selection'
import { goShallow } from './use-shallow-links'

const MOVES = [
  { step: 1, word: 'next', keys: 'j', arrow: 'arrowdown' },
  { step: -1, word: 'previous', keys: 'k', arrow: 'arrowup' },
] as const

type Move = (typeof MOVES)[number]

interface Props {
  state: InboxState
  rows: readonly CaseItem[]
  selecting: SelectionHandle
}

/** With a case open, the case beside it opens, as in a mailbox; else the cursor moves. */
const MoveCommand = ({ move, state, rows, selecting }: Props & { move: Move }) => {
  const { step, word, keys, arrow } = move
  const openBeside = () => {
    const next = idBeside(
      rows.map(({ caseId }) => caseId),
      step,
      state.caseId,
    )
    if (next) goShallow(inboxHref(state, { caseId: next }), 'replace')
  }
  const extend = () => {
    const from = rows.find(({ caseId }) => caseId === cursorId())
    if (from && !selecting.selection.items.has(from.caseId)) selecting.extendTo(from)
    if (!moveCursor(step)) return
    const to = rows.find(({ caseId }) => caseId === cursorId())
    if (to) selecting.extendTo(to)
  }
  const isOpen = state.caseId !== null
  const none = rows.length === 0 ? 'The list is empty' : undefined
  useCommand({
    id: `list.${word}`,
    label: isOpen ? `Open the ${word} case` : `Go to the ${word} case`,
    section: 'List',
    keys,
    off: none,
    isKeyOnly: !isOpen,
    repeats: true,
    run: isOpen ? openBeside : () => moveCursor(step),
  })
  useCommand(
    isOpen
      ? null
      : {
          id: `list.${word}.arrow`,
          label: `Go to the ${word} case`,
          section: 'List',
          keys: arrow,
          off: none,
          isKeyOnly: true,
          repeats: true,
          run: () => moveCursor(step),
        },
  )
  useCommand({
    id: `selection.${word}`,
    label: `Select to the ${word} case`,
    section: 'Selection',
    keys: `shift+${keys}`,
    off: none,
    isKeyOnly: true,
    repeats: true,
    run: extend,
  })
  return null
}

/** One row on or back, alone or with the selection. */
export const MoveCommands = (props: Props) =>
  MOVES.map((move) => <MoveCommand key={move.step} move={move} {...props} />)
