/** Where a member reads a file. */
export function fileAddressOf(id: string, user: string): string {
  return `/client/file/${id}?${new URLSearchParams({ user })}`;
}
