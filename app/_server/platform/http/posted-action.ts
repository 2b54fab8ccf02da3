/** Server actions that a form posts without JavaScript, by the ids of this build. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const MANIFEST = 'server/server-reference-manifest.json'
/** Names of the hidden fields that React renders into a form with an action: the id, or a reference to it. */
const ID = '$ACTION_ID_'
const REFERENCE = '$ACTION_REF_'

/**
 * Ids of the server actions of a build; null where the build has no list of them.
 * @param root working directory of the process
 */
export const readActionIds = (root: string, distDir: string): ReadonlySet<string> | null => {
  try {
    const { node, edge } = JSON.parse(readFileSync(join(root, distDir, MANIFEST), 'utf8'))
    return new Set(Object.keys({ ...node, ...edge }))
  } catch {
    return null
  }
}

/** `id` of a JSON object, or null. */
const parseReference = (json: FormDataEntryValue | null): string | null => {
  try {
    const { id } = Object(JSON.parse(String(json)))
    return typeof id === 'string' ? id : null
  } catch {
    return null
  }
}

/** The id of the action that a form was rendered for, or null for a form without one. */
export const getPostedActionId = (form: FormData): string | null => {
  for (const name of form.keys()) {
    if (name.startsWith(ID)) return name.slice(ID.length)
    if (name.startsWith(REFERENCE))
      return parseReference(form.get(`$ACTION_${name.slice(REFERENCE.length)}:0`))
  }
  return null
}
