import type { Metadata } from 'next'
import { shopWords } from '@/components/shop/words'
import { buttonClass } from '@/components/ui/button-style'
import { MessagePage } from '@/components/ui/message-page'

const words = shopWords().notFound

export const metadata: Metadata = { title: words.title, robots: { index: false } }

const NotFound = () => (
  <MessagePage
    title={words.title}
    action={
      <a href="/" className={buttonClass('primary')}>
        {words.home}
      </a>
    }
  >
    <p>{words.body}</p>
  </MessagePage>
)

export default NotFound
