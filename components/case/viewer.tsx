'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Actor, Person } from '@/temporal/contract/people/people'
import type { CaseActions } from './actions'

export interface GroupOfPeople {
  id: string
  name: string
  members: Person[]
}

/** What every part of a case needs to know about who looks at it, and where. */
export interface Viewing {
  viewer: Actor
  groups: readonly GroupOfPeople[]
  actions: CaseActions
  /** Start of Temporal UI's address of our namespace, or null where none is configured. */
  temporalUi: string | null
}

const ViewingContext = createContext<Viewing | null>(null)

export const ViewingProvider = ({ value, children }: { value: Viewing; children: ReactNode }) => (
  <ViewingContext value={value}>{children}</ViewingContext>
)

export const useViewing = (): Viewing => {
  const viewing = useContext(ViewingContext)
  if (!viewing) throw new Error('A part of a case stands outside ViewingProvider')
  return viewing
}

/** Name of a group, or its id where it was deleted. */
export const groupNameOf = (groups: readonly GroupOfPeople[], id: string): string =>
  groups.find((group) => group.id === id)?.name ?? id
