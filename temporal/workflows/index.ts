/** The entry that Temporal loads: every workflow by its released name. */
export { approvalWorkflow } from './approval/approval-workflow'
export { orderWorkflow } from './order/order-workflow'
