'use client'

import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { ReportDay } from '@/temporal/contract/reports/decision-report'

const BARS = [
  ['opened', 'Opened', 'var(--color-running)', 'opened'],
  ['approved', 'Approved', 'var(--color-good)', 'ended'],
  ['rejected', 'Rejected', 'var(--color-bad)', 'ended'],
  ['lapsed', 'Ended without a person', 'var(--color-ended)', 'ended'],
] as const

const TICK = { fill: 'var(--color-muted)', fontSize: 12 }
const TOOLTIP = {
  background: 'var(--color-raised)',
  border: '1px solid var(--color-line)',
  borderRadius: 6,
  color: 'var(--color-ink)',
}

/** Two bars for each day: opened cases, and closed cases by outcome. */
const DayChart = ({
  days,
  dayOf: toDayLabel,
}: {
  days: readonly ReportDay[]
  dayOf: (day: ReportDay) => string
}) => (
  <ResponsiveContainer width="100%" height="100%">
    <BarChart
      data={days.map((day) => ({ ...day, name: toDayLabel(day) }))}
      barGap={1}
      margin={{ top: 4, right: 8, bottom: 0, left: -16 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--color-line)" />
      <XAxis dataKey="name" tick={TICK} tickLine={false} axisLine={false} minTickGap={24} />
      <YAxis allowDecimals={false} tick={TICK} tickLine={false} axisLine={false} />
      <Tooltip contentStyle={TOOLTIP} cursor={{ fill: 'var(--color-hover)' }} isAnimationActive={false} />
      <Legend
        itemSorter={null}
        formatter={(word) => <span className="text-muted">{word}</span>}
        iconType="square"
        iconSize={10}
        wrapperStyle={{ fontSize: 12 }}
      />
      {BARS.map(([key, name, fill, stack]) => (
        <Bar key={key} dataKey={key} name={name} fill={fill} stackId={stack} isAnimationActive={false} />
      ))}
    </BarChart>
  </ResponsiveContainer>
)

export default DayChart
