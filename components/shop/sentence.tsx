import { Fragment, type ReactNode } from 'react'

/** A sentence whose placeholders, such as `{time}`, are replaced by elements. */
export const Sentence = ({ text, parts }: { text: string; parts: Record<string, ReactNode> }) =>
  text
    .split(/\{(\w+)\}/)
    .map((piece, index) => <Fragment key={piece}>{index % 2 === 1 ? parts[piece] : piece}</Fragment>)
