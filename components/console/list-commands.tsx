'use client'

import { useCommand } from '@/components/commands/commands'
import type { CaseItem } from '@/temporal/contract/case'
import { type InboxState, inboxHref } from './inbox-state'
import { cursorId, idBeside, linkOf, moveCursor, putCursor } from './row-cursor'
import { forgetSeen, useMarkSeen } from './use-seen'
import type { SelectionHandle } from './use-selection'
import { goShallow } from './use-shallow-links'

interface Props {
  state: InboxState
  rows: readonly CaseItem[]
  selecting: SelectionHandle
  /** Addresses of the pages before and after this one, or null. */
  pages: { before: string | null; after: string | null }
  onLeave: () => void
}

const MOVES = [
  { step: 1, word: 'next', keys: 'j', arrow: 'arrowdown' },
  { step: -1, word: 'previous', keys: 'k', arrow: 'arrowup' },
] as const

type Move = (typeof MOVES)[number]

/** With a case open, the case beside it opens, as in a mailbox; else the cursor moves. */
const MoveCommands = ({
  move,
  state,
  rows,
  selecting,
}: { move: Move } & Omit<Props, 'pages' | 'onLeave'>) => {
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

const LeaveCommands = ({ onLeave }: Pick<Props, 'onLeave'>) => {
  const leave = { label: 'Back to the list', section: 'List', run: onLeave } as const
  useCommand({ ...leave, id: 'list.back', keys: 'u' })
  useCommand({ ...leave, id: 'list.back.escape', keys: 'escape', isKeyOnly: true })
  return null
}

const OpenCommands = () => {
  useCommand({
    id: 'list.open',
    label: 'Open the case at the cursor',
    section: 'List',
    keys: 'o',
    isKeyOnly: true,
    run: () => linkOf(cursorId() ?? '')?.click(),
  })
  return null
}

/** For the open case or the one at the cursor; a selection has its own. */
const MarkCommands = ({ state, rows, onLeave }: Pick<Props, 'state' | 'rows' | 'onLeave'>) => {
  const mark = useMarkSeen()
  const itemAtHand = () => rows.find(({ caseId }) => caseId === (state.caseId ?? cursorId()))
  const read = () => {
    const item = itemAtHand()
    if (item) void mark([{ caseId: item.caseId, version: item.version }])
  }
  const unread = () => {
    const caseId = state.caseId ?? itemAtHand()?.caseId
    if (!caseId) return
    // What stays open is seen again at once: it is left first.
    if (state.caseId) onLeave()
    forgetSeen(caseId)
    void mark([{ caseId, version: 0 }])
  }
  useCommand({ id: 'list.read', label: 'Mark as read', section: 'List', keys: 'shift+i', run: read })
  useCommand({ id: 'list.unread', label: 'Mark as unread', section: 'List', keys: 'shift+u', run: unread })
  return null
}

const focusSearch = () => {
  const box = document.querySelector<HTMLInputElement>('input[type=search][name=q]')
  box?.focus()
  box?.select()
}

/** What keys and the palette can do in a list. */
export const ListCommands = ({ state, rows, selecting, pages, onLeave }: Props) => {
  const toggle = () => {
    const id = cursorId() ?? state.caseId ?? rows[0]?.caseId
    const item = rows.find(({ caseId }) => caseId === id)
    if (!item) return
    if (state.caseId === null) putCursor(item.caseId)
    selecting.toggle(item)
  }
  const none = rows.length === 0 ? 'The list is empty' : undefined
  useCommand({ id: 'list.search', label: 'Search this list', section: 'List', keys: '/', run: focusSearch })
  useCommand({
    id: 'list.page.after',
    label: 'Next page',
    section: 'List',
    keys: ']',
    off: pages.after ? undefined : 'This is the last page',
    run: () => pages.after && goShallow(pages.after),
  })
  useCommand({
    id: 'list.page.before',
    label: 'Previous page',
    section: 'List',
    keys: '[',
    off: pages.before ? undefined : 'This is the first page',
    run: () => pages.before && goShallow(pages.before),
  })
  useCommand({
    id: 'selection.toggle',
    label: 'Select the case at the cursor, or let it go',
    section: 'Selection',
    keys: 'x',
    off: none,
    isKeyOnly: true,
    run: toggle,
  })
  useCommand({
    id: 'selection.all',
    label: 'Select all on this page',
    section: 'Selection',
    keys: '* a',
    off: none,
    run: selecting.toggleAll,
  })
  return (
    <>
      {MOVES.map((move) => (
        <MoveCommands key={move.step} move={move} state={state} rows={rows} selecting={selecting} />
      ))}
      {state.caseId ? <LeaveCommands onLeave={onLeave} /> : <OpenCommands />}
      {(state.caseId !== null || selecting.selection.items.size === 0) && (
        <MarkCommands state={state} rows={rows} onLeave={onLeave} />
      )}
    </>
  )
}
