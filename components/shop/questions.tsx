import { fill } from './fill'
import type { ShopWords } from './words'

interface Props {
  number: string
  words: ShopWords
  supportEmail: string
}

/** Where questions go, with the order's number in the subject. */
export const Questions = ({ number, words, supportEmail }: Props) => {
  const subject = encodeURIComponent(fill(words.track.title, { number }))
  return (
    <p className="text-muted print:hidden">
      {words.questions}{' '}
      <a href={`mailto:${supportEmail}?subject=${subject}`} className="link inline-block py-2.5">
        {words.write}
      </a>
    </p>
  )
}
