import type { Metadata } from 'next'
import { listEveryToken } from '@/app/_server/verbs/api-tokens'
import { PeopleFrame } from '@/components/console/people-frame'
import { TokenList } from '@/components/console/token-list'
import { Card } from '@/components/ui/card'
import { readingContext } from '../../reading'
import { endToken } from '../actions'
import { requireAdmin } from '../admin-only'

export const metadata: Metadata = { title: 'API tokens' }

const TokensPage = async () => {
  await requireAdmin('/people/tokens')
  const { items } = await listEveryToken(await readingContext())
  return (
    <PeopleFrame
      part="/people/tokens"
      title="API tokens"
      intro="Programs that act for somebody. A token is made on the page of the person it belongs to."
    >
      <Card flush>
        <TokenList tokens={items} revoke={endToken} empty="There are no API tokens." />
      </Card>
    </PeopleFrame>
  )
}

export default TokensPage
