/** The five tones, each with one fixed meaning, its colours and its icon. */

import type { LucideIcon } from 'lucide-react'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDotDashed from 'lucide-react/icons/circle-dot-dashed'
import CircleMinus from 'lucide-react/icons/circle-minus'
import CircleX from 'lucide-react/icons/circle-x'
import Clock3 from 'lucide-react/icons/clock-3'

export const TONES = ['waiting', 'running', 'good', 'bad', 'ended'] as const
export type Tone = (typeof TONES)[number]

interface ToneStyle {
  icon: LucideIcon
  /** Text and icon on a plain surface. */
  text: string
  /** Text, background and border of a box. */
  box: string
}

export const TONE = {
  waiting: {
    icon: Clock3,
    text: 'text-waiting',
    box: 'text-waiting bg-waiting-soft border-waiting-line',
  },
  running: {
    icon: CircleDotDashed,
    text: 'text-running',
    box: 'text-running bg-running-soft border-running-line',
  },
  good: { icon: CircleCheck, text: 'text-good', box: 'text-good bg-good-soft border-good-line' },
  bad: { icon: CircleX, text: 'text-bad', box: 'text-bad bg-bad-soft border-bad-line' },
  ended: { icon: CircleMinus, text: 'text-ended', box: 'text-ended bg-ended-soft border-ended-line' },
} as const satisfies Record<Tone, ToneStyle>
