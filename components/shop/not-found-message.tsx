import { buttonClass } from '@/components/ui/button-style'
import { MessagePage } from '@/components/ui/message-page'
import type { ShopMessages } from './messages/shop-messages'
import type { Language } from './negotiate-language'

interface Props {
  messages: ShopMessages['notFound']
  /** Set on the message, because an unknown URL has no language. */
  language: Language
  as?: 'main' | 'div'
}

/** A 404 message with a link to the shop. */
export const NotFoundMessage = ({ messages, language, as }: Props) => (
  <div lang={language}>
    <MessagePage
      title={messages.title}
      as={as}
      action={
        <a href="/" className={buttonClass('primary')}>
          {messages.home}
        </a>
      }
    >
      <p>{messages.body}</p>
    </MessagePage>
  </div>
)
