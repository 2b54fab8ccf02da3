/** A row of a file. */
export interface Row {
  /** Line of the file that the row begins on, counted from 1. */
  line: number
  /** Its values without blanks around them. */
  fields: string[]
}
