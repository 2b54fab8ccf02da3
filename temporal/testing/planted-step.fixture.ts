/** The order workflow with a step that no saved history knows: what replay must turn red on. */
import { sleep } from '@temporalio/workflow'
import { orderWorkflow as released } from '../workflows/order/order-workflow'

export async function orderWorkflow(input: Parameters<typeof released>[0]): ReturnType<typeof released> {
  await sleep('1 second')
  return released(input)
}
