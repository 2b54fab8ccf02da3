/** A fault of a whole file; its message is one sentence for the person who imports. No order is placed. */
export class FileFault extends Error {
  override readonly name = 'FileFault'
}
