import { expect, it } from 'vitest'
import type { HolderVerb } from './holder-button'
import { offeredVerbs, toSlots } from './offered-verbs'

const me = { id: 'ana', name: 'Ana' }
const other = { id: 'ben', name: 'Ben' }

const offer = (holder: typeof me | null, isLead: boolean) =>
  offeredVerbs({ assignee: holder }, me.id, holder !== null && (isLead || holder === me))

it('offers what the holder of the case leaves possible', () => {
  for (const isLead of [true, false]) {
    expect(offer(null, isLead)).toEqual(['claim'])
    expect(offer(me, isLead)).toEqual(['release'])
  }
  expect(offer(other, false)).toEqual(['takeOver'])
  expect(offer(other, true)).toEqual(['takeOver', 'release'])
})

const PRESSES: readonly (readonly [
  pressed: HolderVerb,
  before: typeof me | null,
  after: typeof me | null,
])[] = [
  ['claim', null, me],
  ['release', me, null],
  ['takeOver', other, me],
  ['release', other, null],
]

it.each(PRESSES)('the button stays when %s is pressed, whoever held the case', (pressed, before, after) => {
  for (const isLead of [true, false])
    for (const lastSlot of [0, 1]) {
      const verbs = offer(before, isLead)
      if (!verbs.includes(pressed)) continue
      const slot = toSlots(verbs.length, lastSlot)[verbs.indexOf(pressed)] ?? -1
      expect(toSlots(offer(after, isLead).length, slot)).toContain(slot)
    }
})
