import { defineHandler } from '@/app/_server/http/define'
import { openEvents } from '@/app/_server/live/event-streams'
import { EventsQuery } from '@/temporal/contract/schemas/events'

export const GET = defineHandler({ schema: EventsQuery, auth: 'required', handle: openEvents })
