import { Banner } from '@/components/ui/banner'
import { buttonClass } from '@/components/ui/button-style'
import { CONFIRMED, type OrderFormState } from './order-form-state'

/** A question that must be answered before the order is placed, and the answers to earlier ones. */
export const OrderQuestion = ({ question, confirmed }: Pick<OrderFormState, 'question' | 'confirmed'>) => (
  <>
    {confirmed.map((value) => (
      <input key={value} type="hidden" name={CONFIRMED} value={value} />
    ))}
    {question && (
      <Banner tone="waiting" title={question.title}>
        <p>{question.detail}</p>
        <p className="mt-2 flex flex-wrap gap-2">
          <a href={question.link.href} className={buttonClass('primary')}>
            {question.link.label}
          </a>
          <button
            type="submit"
            name={CONFIRMED}
            value={question.confirm.value}
            className={buttonClass('neutral')}
          >
            {question.confirm.label}
          </button>
        </p>
      </Banner>
    )}
  </>
)
