'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Problem } from '@/temporal/contract/problem'
import type { CaseReply } from '@/temporal/contract/replies'
import { problemFrom } from './api'
import { type Press, settlePress } from './press'
import { acceptView } from './queries'

/** An id for this press; the same again when the same thing is sent again after a failure. */
const usePressId = () => {
  const last = useRef<{ content: string; id: string } | null>(null)
  return {
    idOf: (press: Press): string => {
      const content = JSON.stringify(press)
      if (last.current?.content !== content) last.current = { content, id: crypto.randomUUID() }
      return last.current.id
    },
    forget: () => {
      last.current = null
    },
  }
}

export interface PressState {
  press: (press: Press, then?: { onSuccess?: () => void }) => void
  isPending: boolean
  /** The server has not told the outcome yet; it is being asked. */
  isUnheard: boolean
  problem: Problem | null
  /** What is under way or was last sent. */
  sent: Press | null
  reset: () => void
}

/** Sends presses of one card, takes over the view they come back with, and reads again after a refusal. */
export const usePress = (): PressState => {
  const client = useQueryClient()
  const [isUnheard, setUnheard] = useState(false)
  const { idOf, forget } = usePressId()
  const mutation = useMutation({
    mutationFn: (press: Press) => settlePress<CaseReply>(press, idOf(press), () => setUnheard(true)),
    onSuccess: (reply) => {
      forget()
      if (reply.case) acceptView(client, reply.case)
    },
    onError: (_, { caseId }) => client.invalidateQueries({ queryKey: ['case', caseId] }),
    onSettled: () => setUnheard(false),
  })
  return {
    press: (press, then) => mutation.mutate(press, then),
    isPending: mutation.isPending,
    isUnheard,
    problem: problemFrom(mutation.error),
    sent: mutation.variables ?? null,
    reset: mutation.reset,
  }
}
