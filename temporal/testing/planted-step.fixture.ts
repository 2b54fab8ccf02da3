/** The order workflow with an added step, on which the replay of every saved history must fail. */
import { sleep } from '@temporalio/workflow'
import { orderWorkflow as released } from '../workflows/order/order-workflow'

export async function orderWorkflow(input: Parameters<typeof released>[0]): ReturnType<typeof released> {
  await sleep('1 second')
  return released(input)
}
