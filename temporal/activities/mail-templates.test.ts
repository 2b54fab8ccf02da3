import { describe, expect, it } from 'vitest'
import { renderMail } from './mail-templates'

describe('texts of people in a mail', () => {
  it.each(['חשבונית', 'فاتورة', 'a\u202Eb'])('turn no words around them: %s', (title) => {
    const params = { number: 'A1', title, by: title, group: title, text: title, reason: title }
    for (const message of ['approvalReminder', 'mentioned', 'orderCancelled', 'orderFailed'] as const) {
      const { subject, body } = renderMail({ message, params })
      const ours = `${subject}\n${body}`.replace(/\u2068[^\u2069]*\u2069/g, '').split('\n')
      // The text of a mention is a paragraph of its own.
      expect(ours.filter((line) => /[\u0590-\u06FF\u202E]/.test(line) && line !== title)).toEqual([])
    }
  })

  it('stay as they are where they are written from left to right', () => {
    const params = { number: 'A1', title: 'Müller & Söhne', group: 'Risk' }
    expect(renderMail({ message: 'approvalReminder', params }).subject).toBe(
      'Still waiting for a decision: Müller & Söhne',
    )
  })
})
