/** `--propose`: a mapping for a file that fits none, what is missing in it, and what its first orders would be. */

import { basename } from 'node:path'
import { parseMapping } from '../mapping/read-mapping'
import { buildPlan } from '../orders/build-plan'
import { FileFault } from '../read/file-fault'
import { printable } from '../read/printable'
import { readTable } from '../read/table'
import { describeRejection, firstOrders, sumsOf } from '../report/plan-report'
import { findTable } from './find-table'
import { type Proposal, proposeMapping } from './propose-mapping'

interface Request {
  path: string
  bytes: Buffer
  encoding: string | undefined
}

const SHOWN_REJECTIONS = 3

/** What stands in for missing fields in the preview only; the printed mapping cannot be used before they are named. */
const FILL_INS = {
  email: 'missing@example.invalid',
  sku: 'MISSING',
  quantity: '1',
  paymentToken: 'tok_approved',
}
const ADDRESS_FILL_INS = {
  name: '(missing)',
  line1: '(missing)',
  city: '(missing)',
  country: 'US',
  postalCode: '00000',
}

const filledIn = ({ mapping }: Proposal) => {
  const { order, ...rest } = mapping as { order: { shippingAddress: object } }
  return parseMapping({
    ...rest,
    otherLengths: 'reject the row',
    order: { ...FILL_INS, ...order, shippingAddress: { ...ADDRESS_FILL_INS, ...order.shippingAddress } },
  })
}

const preview = (request: Request, proposal: Proposal): string[] => {
  try {
    const mapping = filledIn(proposal)
    const name = basename(request.path)
    const plan = buildPlan(readTable({ ...request, mapping }), mapping, name)
    const rejections = plan.rejections.slice(0, SHOWN_REJECTIONS).map(describeRejection)
    return [
      'First orders as they would be:',
      ...firstOrders(plan).flatMap((text) => text.split('\n')),
      sumsOf(plan),
      ...(rejections.length > 0 ? [`Rejected: ${plan.rejections.length}, such as:`, ...rejections] : []),
    ]
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    return [`With this mapping the file cannot be imported: ${error.message}`]
  }
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`${title} ${lines.join(', ')}.`]

/** The proposal in lines. */
export const propose = (request: Request): string[] => {
  const table = findTable(request)
  const shop = basename(request.path).replace(/\.[^.]*$/, '')
  const proposal = proposeMapping(table, shop)
  return [
    table.note,
    'Proposed mapping; save it as JSON, mend it, and give it with --mapping:',
    ...JSON.stringify(proposal.mapping, null, 2).split('\n'),
    ...section(
      'Columns recognised:',
      proposal.recognised.map(([field, column]) => `${field} = "${column}"`),
    ),
    ...section(
      'Columns not used:',
      proposal.unused.map((column) => `"${column}"`),
    ),
    ...section('Missing; name a column or a constant text for:', proposal.missing),
    ...proposal.doubts.map((doubt) => `Check: ${doubt}`),
    ...preview(request, proposal),
  ].map(printable)
}
