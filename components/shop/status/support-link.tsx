import { interpolate } from '../interpolate'
import type { ShopMessages } from '../messages/shop-messages'

interface Props {
  number: string
  messages: ShopMessages
  supportEmail: string
}

/** Where questions go, with the order's number in the subject. */
export const SupportLink = ({ number, messages: words, supportEmail }: Props) => {
  const subject = encodeURIComponent(interpolate(words.track.title, { number }))
  return (
    <p className="text-muted print:hidden">
      {words.questions}{' '}
      <a href={`mailto:${supportEmail}?subject=${subject}`} className="link inline-block py-2.5">
        {words.write}
      </a>
    </p>
  )
}
