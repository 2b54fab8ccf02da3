import { defineHandler } from '@/app/_server/define'
import { openTrackEvents } from '@/app/_server/event-streams'
import { TrackToken } from '@/temporal/contract/schemas/order'

export const GET = defineHandler({ schema: TrackToken, auth: 'optional', handle: openTrackEvents })
