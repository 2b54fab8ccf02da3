/** Text that a person, a customer or a file wrote, in the middle of ours: its direction does not reach our words. */
export const UserText = ({ children }: { children: string | null | undefined }) => <bdi>{children}</bdi>
