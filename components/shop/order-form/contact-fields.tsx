import { SelectField } from '@/components/ui/form/select-field'
import { TextField } from '@/components/ui/form/text-field'
import { PAYMENT_TOKENS } from '@/temporal/contract/orders/payment-tokens'
import type { ShopMessages } from '../messages/shop-messages'
import { FormSection } from './form-section'
import type { OrderFormState } from './order-form-state'

interface Props {
  state: OrderFormState
  messages: ShopMessages['order']
}

/** The customer's e-mail address. */
export const ContactFields = ({ state, messages }: Props) => (
  <FormSection title={messages.contact}>
    <TextField
      form={state}
      id="email"
      name="email"
      label={messages.email}
      hint={messages.emailHint}
      type="email"
      inputMode="email"
      required
      autoComplete="email"
      autoCapitalize="none"
      spellCheck={false}
    />
  </FormSection>
)

/** The simulated payment provider's cards. */
export const PaymentFields = ({ state, messages }: Props) => (
  <FormSection title={messages.payment}>
    <SelectField
      form={state}
      id="paymentToken"
      name="paymentToken"
      label={messages.card}
      hint={messages.paymentHint}
      initial={PAYMENT_TOKENS[0]}
      options={PAYMENT_TOKENS.map((token) => ({ value: token, label: messages.cards[token] }))}
    />
  </FormSection>
)
