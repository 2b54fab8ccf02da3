/** Reads accounts as JSON from standard input, creates them with one API token each, and prints the tokens. */

import { text } from 'node:stream/consumers'
import { openDatabase } from '../../../db/client'
import { COMMANDS } from '../../user/commands'

interface NewAccount {
  name: string
  email: string
  role: string
  groups: string[]
  /** Empty for machines, which only use the token. */
  password: string
}

const addAll = async (url: string, accounts: NewAccount[]): Promise<string[]> => {
  const { db, close } = openDatabase(url, { max: 1, applicationName: 'action-center-accounts' })
  const tokens: string[] = []
  try {
    for (const { name, email, role, groups, password } of accounts) {
      await COMMANDS.add(db, { name, email, role, group: groups, password: password || undefined })
      const { data } = await COMMANDS.token(db, { email, name: 'Local tools' })
      tokens.push((data as { token: string }).token)
    }
    return tokens
  } finally {
    await close()
  }
}

const accounts = JSON.parse(await text(process.stdin)) as NewAccount[]
console.log(JSON.stringify(await addAll(process.env.DATABASE_URL ?? '', accounts)))
