import type { Metadata } from 'next'
import { listAllApiTokens } from '@/app/_server/people/list-all-api-tokens'
import { TokenList } from '@/components/account/token-list'
import { PeopleFrame } from '@/components/people/people-frame'
import { Card } from '@/components/ui/card'
import * as paths from '@/temporal/contract/paths'
import { actingAs } from '../../_lib/acting-as'
import { getRequestContext } from '../../_lib/request-context'
import { requireAdmin } from '../../_lib/require-admin'
import { endToken } from '../actions'

export const metadata: Metadata = { title: 'API tokens' }

const TokensPage = async () => {
  const viewer = await requireAdmin(paths.tokens())
  const { items } = await listAllApiTokens(await getRequestContext())
  return (
    <PeopleFrame
      tab="tokens"
      title="API tokens"
      intro="Programs that act for somebody. A token is made on the page of the person it belongs to."
    >
      <Card flush>
        <TokenList
          tokens={items}
          revoke={actingAs(viewer, { endToken }).endToken}
          empty="There are no API tokens."
        />
      </Card>
    </PeopleFrame>
  )
}

export default TokensPage
