import { LocalTime } from '@/components/ui/local-time'
import { type Step, Stepper } from '@/components/ui/stepper'
import type { TrackedOrder, TrackStep } from '@/temporal/contract/orders/order-tracking'
import type { ShopMessages } from '../messages/shop-messages'
import { Sentence } from '../sentence'
import { getDueState } from './status-sentences'

interface Props {
  order: TrackedOrder
  messages: ShopMessages
}

const STATE = {
  done: 'done',
  current: 'current',
  upcoming: 'todo',
  stopped: 'stopped',
} as const satisfies Record<TrackStep['status'], Step['state']>

const stepLabel = ({ step, status }: TrackStep, { order, messages: { track } }: Props): string => {
  if (step === 'paid' && status === 'done' && order.money.state === 'nothingToPay') return track.stepFree
  if (status === 'current') return track.stepsNow[step]
  return status === 'stopped' ? track.stepsStopped[step] : track.steps[step]
}

/** When the step was done, or when the delivery is expected. */
const Detail = ({ order, messages, step: { step, at } }: Props & { step: TrackStep }) => {
  const { expectedAt } = order
  if (at) return <LocalTime at={at} locale={messages.locale} />
  if (step !== 'delivered' || !expectedAt || getDueState(expectedAt, order) === 'passed') return null
  const day = <LocalTime at={expectedAt} locale={messages.locale} dayOnly />
  return <Sentence text={messages.track.expectedStep} parts={{ day }} />
}

/** Progress of the order. */
export const OrderProgress = ({ order, messages }: Props) => (
  <div className="rounded-lg border border-line bg-surface px-4 py-4 sm:px-2 sm:py-6 print:border-0 print:p-0">
    <Stepper
      label={messages.track.progress}
      steps={order.steps.map((step) => ({
        label: stepLabel(step, { order, messages }),
        state: STATE[step.status],
        detail: <Detail order={order} messages={messages} step={step} />,
      }))}
      stateLabels={{ done: messages.track.done, current: '', todo: messages.track.toCome, stopped: '' }}
    />
  </div>
)
