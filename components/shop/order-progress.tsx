import { LocalTime } from '@/components/ui/local-time'
import { type Step, Stepper } from '@/components/ui/stepper'
import type { TrackedOrder, TrackStep } from '@/temporal/contract/orders/order-tracking'
import { Sentence } from './sentence'
import { dueOf } from './status-words'
import type { ShopWords } from './words'

interface Props {
  order: TrackedOrder
  words: ShopWords
}

const STATE = {
  done: 'done',
  current: 'current',
  upcoming: 'todo',
  stopped: 'stopped',
} as const satisfies Record<TrackStep['status'], Step['state']>

const labelOf = ({ step, status }: TrackStep, { track }: ShopWords): string => {
  if (status === 'current') return track.stepsNow[step]
  return status === 'stopped' ? track.stepsStopped[step] : track.steps[step]
}

/** When it was done; of the delivery also when it is expected. */
const Detail = ({ order, words, step: { step, at } }: Props & { step: TrackStep }) => {
  const { expectedAt } = order
  if (at) return <LocalTime at={at} locale={words.locale} />
  if (step !== 'delivered' || !expectedAt || dueOf(expectedAt, order) === 'passed') return null
  const day = <LocalTime at={expectedAt} locale={words.locale} dayOnly />
  return <Sentence text={words.track.expectedStep} parts={{ day }} />
}

/** How far the order has come. */
export const OrderProgress = ({ order, words }: Props) => (
  <div className="rounded-lg border border-line bg-surface px-4 py-4 sm:px-2 sm:py-6 print:border-0 print:p-0">
    <Stepper
      label={words.track.progress}
      steps={order.steps.map((step) => ({
        label: labelOf(step, words),
        state: STATE[step.status],
        detail: <Detail order={order} words={words} step={step} />,
      }))}
      words={{ done: words.track.done, current: '', todo: words.track.toCome, stopped: '' }}
    />
  </div>
)
