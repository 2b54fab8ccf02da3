/** The entry that Temporal loads: exports every workflow under its released name. */
export { approvalWorkflow } from './approval/approval-workflow'
export { orderWorkflow } from './order/order-workflow'
