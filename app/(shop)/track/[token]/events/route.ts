import { defineHandler } from '@/app/_server/api/define-route'
import { openTrackEvents } from '@/app/_server/api/event-streams'
import { TrackToken } from '@/temporal/contract/schemas/order-request'

export const GET = defineHandler({ schema: TrackToken, auth: 'optional', handle: openTrackEvents })
