import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { selectCase } from '../../../db/queries/cases/cases'
import { mailOutbox } from '../../../db/schema/mail'
import { MAX_COMMENT_LENGTH, MAX_MENTIONS } from '../../contract/cases/approval'
import { parseMentions } from '../../contract/cases/mentions'
import { UPDATES } from '../../contract/temporal-names'
import { agent, startApproval } from '../../testing/test-cases'
import { startTestStack, type TestStack } from '../../testing/test-stack'
import { decide, queryApproval, update, waitForEnd, waitUntil } from '../../testing/wait-for-case'

let stack: TestStack
beforeAll(async () => {
  stack = await startTestStack()
})
afterAll(() => stack.stop())

describe('a comment that mentions people', () => {
  const mention = (id: string, mentions: object[], text = '@Agent ben please look') =>
    update(stack, id, UPDATES.comment, { actor: agent('ana'), text, mentions })
  const messagesOf = async (id: string) => {
    const rows = await stack.db.select().from(mailOutbox).where(eq(mailOutbox.caseId, id))
    return rows.map(({ message, part, subject, body }) => ({ message, part, subject, body }))
  }

  it('stores them beside its text, each once', async () => {
    const id = await startApproval(stack)
    const ben = { id: 'ben', name: 'Agent ben' }
    await mention(id, [ben, { ...ben, role: 'admin' }])
    const entry = (await queryApproval(stack, id)).stream.at(-1)
    expect(entry).toMatchObject({ code: 'commented', params: { text: '@Agent ben please look' } })
    expect(parseMentions(entry?.params ?? {})).toEqual([ben])
  })

  it('enqueues mail to each of them once for each comment, and never to its author', async () => {
    const id = await startApproval(stack)
    const people = ['ana', 'ben', 'eve'].map((name) => agent(name))
    await mention(id, people)
    await mention(id, [agent('ben')], 'and @Agent ben again')
    await update(stack, id, UPDATES.comment, { actor: agent('ana'), text: 'nobody' })
    await decide(stack, id, { decision: 'approved' })
    await waitForEnd(stack, `approval:${id}`)
    const messages = await messagesOf(id)
    expect(messages.map(({ part }) => part).sort()).toEqual(['2:ben', '2:eve', '3:ben'])
    expect(messages.find(({ part }) => part === '3:ben')).toMatchObject({
      message: 'mentioned',
      subject: expect.stringContaining('Agent ana mentioned you'),
      body: expect.stringContaining('and @Agent ben again'),
    })
  })

  it('enqueues mail even when the case is withdrawn at once', async () => {
    const id = await startApproval(stack)
    await mention(id, [agent('ben')])
    await stack.client.workflow.getHandle(`approval:${id}`).cancel()
    await waitForEnd(stack, `approval:${id}`)
    expect((await messagesOf(id)).map(({ part }) => part)).toEqual(['2:ben'])
  })

  it('is in the history as often as a comment without mentions', async () => {
    const text = 'a text to count '.repeat(20)
    const timesIn = async (mentions: object[]) => {
      const id = await startApproval(stack)
      await mention(id, mentions, text)
      await decide(stack, id, { decision: 'approved' })
      await waitForEnd(stack, `approval:${id}`)
      const { events } = await stack.client.workflow.getHandle(`approval:${id}`).fetchHistory()
      const scheduled = events?.map((event) => event.activityTaskScheduledEventAttributes) ?? []
      const payloads = scheduled.flatMap((activity) => activity?.input?.payloads ?? [])
      return payloads.filter(({ data }) =>
        Buffer.from(data ?? [])
          .toString()
          .includes(text),
      ).length
    }
    expect(await timesIn(['ben', 'eve', 'fin'].map((name) => agent(name)))).toBe(await timesIn([]))
  })

  it('is refused with too many or malformed mentions', async () => {
    const id = await startApproval(stack)
    const many = Array.from({ length: MAX_MENTIONS + 1 }, (_, i) => agent(`a${i}`))
    await expect(mention(id, many)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
    const nonsense = update(stack, id, UPDATES.comment, { actor: agent('ana'), text: 'x', mentions: 'ben' })
    await expect(nonsense).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  })
})

describe('a long discussion', () => {
  it('survives 200 comments of the greatest length', { timeout: 120_000 }, async () => {
    const id = await startApproval(stack)
    const text = '長'.repeat(MAX_COMMENT_LENGTH)
    for (let sent = 0; sent < 200; sent++) {
      const outcome = await update(stack, id, UPDATES.comment, { actor: agent('ana'), text })
      if (outcome.kind === 'closed') await waitUntil(() => queryApproval(stack, id))
    }
    expect(await decide(stack, id, { decision: 'approved' })).toMatchObject({ kind: 'done' })
    await waitForEnd(stack, `approval:${id}`)
    expect((await selectCase(stack.db, id))?.view).toMatchObject({ state: 'APPROVED' })
  })

  it('continues as new and keeps every entry in order', { timeout: 120_000 }, async () => {
    const id = await startApproval(stack)
    const firstRun = (await waitUntil(() => queryApproval(stack, id))).runId
    let sent = 0
    const runId = await waitUntil(async () => {
      const actor = agent('ana')
      const texts = Array.from({ length: 8 }, () => `remark ${++sent}`)
      await Promise.all(texts.map((text) => update(stack, id, UPDATES.comment, { actor, text })))
      const view = await queryApproval(stack, id)
      return view.runId !== firstRun && view.runId
    }, 100_000)
    await decide(stack, id, { decision: 'approved' })
    await waitForEnd(stack, `approval:${id}`)
    const row = await selectCase(stack.db, id)
    expect(row?.view).toMatchObject({ runId, state: 'APPROVED' })
    const ids = row?.view.stream.map((entry) => entry.id) ?? []
    expect(ids).toEqual(ids.map((_, i) => i + 1))
    expect(row?.view.stream.filter(({ code }) => code === 'commented')).toHaveLength(sent)
  })
})
