import { headers } from 'next/headers'
import type { OutdatedPost } from '@/app/_server/platform/http/outdated-posts'
import { getShopMessages } from '@/app/request-language'
import { en } from '@/components/shop/messages/en'
import { buttonClass } from '@/components/ui/button-style'
import { MessagePage } from '@/components/ui/message-page'

/** Pages of staff are in English. */
const getMessages = async () => ((await headers()).get('x-audience') === 'shop' ? getShopMessages() : en)

/** "shippingAddress.postalCode" as "postal code". */
const toLabel = (name: string): string =>
  (name.split('.').at(-1) ?? name).replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()

/** Answers a form without JavaScript whose action this build does not have, with everything that was typed. */
export const OutdatedNotice = async ({ post }: { post: OutdatedPost }) => {
  const { title, body, back } = (await getMessages()).outdated
  const typed = post.fields.filter(([, value]) => value !== '')
  return (
    <MessagePage
      title={title}
      action={
        <a href={post.pathname} className={buttonClass('primary')}>
          {back}
        </a>
      }
    >
      <p>{body}</p>
      <dl className="mt-4 flex flex-col gap-3">
        {typed.map(([name, value], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: fields may repeat, and are rendered once
          <div key={at}>
            <dt>{toLabel(name)}</dt>
            <dd className="break-words whitespace-pre-wrap text-ink">{value}</dd>
          </div>
        ))}
      </dl>
    </MessagePage>
  )
}
