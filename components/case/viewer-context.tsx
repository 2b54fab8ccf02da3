'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Actor, Person } from '@/temporal/contract/auth/actor'
import type { CaseActions } from './case-actions'

export interface GroupWithMembers {
  id: string
  name: string
  members: Person[]
}

/** The viewer and their context, for all components of a case. */
export interface ViewerContextValue {
  viewer: Actor
  groups: readonly GroupWithMembers[]
  actions: CaseActions
  /** URL prefix of our namespace in Temporal UI, or null where none is configured. */
  temporalUi: string | null
}

const ViewerContext = createContext<ViewerContextValue | null>(null)

export const ViewerProvider = ({ value, children }: { value: ViewerContextValue; children: ReactNode }) => (
  <ViewerContext value={value}>{children}</ViewerContext>
)

export const useViewer = (): ViewerContextValue => {
  const value = useContext(ViewerContext)
  if (!value) throw new Error('useViewer needs a ViewerProvider above it')
  return value
}

/** Name of a group, or its id if it was deleted. */
export const getGroupName = (groups: readonly GroupWithMembers[], id: string): string =>
  groups.find((group) => group.id === id)?.name ?? id
