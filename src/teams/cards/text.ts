/** The text, or its beginning with an ellipsis where it is longer than `limit` characters. */
export function shortened(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).trimEnd()}…`;
}
