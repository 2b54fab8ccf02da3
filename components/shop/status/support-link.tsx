import { interpolate } from '../interpolate'
import type { ShopMessages } from '../messages/shop-messages'

interface Props {
  number: string
  messages: ShopMessages
  supportEmail: string
}

/** Link to support with the order number as subject. */
export const SupportLink = ({ number, messages, supportEmail }: Props) => {
  const subject = encodeURIComponent(interpolate(messages.track.title, { number }))
  return (
    <p className="text-muted print:hidden">
      {messages.questions}{' '}
      <a href={`mailto:${supportEmail}?subject=${subject}`} className="link inline-block py-2.5">
        {messages.write}
      </a>
    </p>
  )
}
