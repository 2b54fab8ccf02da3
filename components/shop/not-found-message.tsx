import { buttonClass } from '@/components/ui/button-style'
import { MessagePage } from '@/components/ui/message-page'
import { shopWords } from './words'

const words = shopWords().notFound

/** There is nothing at this address, and the way home. */
export const NotFoundMessage = ({ as }: { as?: 'main' | 'div' }) => (
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
)
