import { buttonClass } from '@/components/ui/button-style'
import { MessagePage } from '@/components/ui/message-page'
import type { Language } from './language'
import type { ShopWords } from './words'

interface Props {
  words: ShopWords['notFound']
  /** Said on the message itself: an address that is nobody's has no language. */
  language: Language
  as?: 'main' | 'div'
}

/** There is nothing at this address, and the way home. */
export const NotFoundMessage = ({ words, language, as }: Props) => (
  <div lang={language}>
    <MessagePage
      title={words.title}
      as={as}
      action={
        <a href="/" className={buttonClass('primary')}>
          {words.home}
        </a>
      }
    >
      <p>{words.body}</p>
    </MessagePage>
  </div>
)
