/** An address as text: spaces keep clients from turning it into a link. */
export function unlinked(address: string): string {
  return address.replaceAll('.', ' . ');
}
