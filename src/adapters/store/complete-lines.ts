/** The lines of a file that is only ever appended to. What stands after the last line end was still being written. */
export function completeLines(text: string): string[] {
  const end = text.lastIndexOf('\n');
  return end === -1 ? [] : text.slice(0, end).split('\n');
}
