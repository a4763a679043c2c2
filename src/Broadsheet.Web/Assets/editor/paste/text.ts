/** Lines this long end where a page did, not where somebody meant them to. */
const folded = 50;

/**
 * Plain text in paragraphs. Without an empty line every line is one; with empty lines these part the paragraphs, and a line end
 * inside is a space after a long line, a line break after a short one.
 */
export function paragraphs(text: string): string[] {
  const lines = text.replace(/\r\n?|[\u2028\u0085]/g, '\n').replace(/\u2029/g, '\n\n');
  if (!/\S[^\S\n]*\n[^\S\n]*\n/.test(lines)) return lines.split('\n').map(line => line.trim()).filter(line => line.length > 0);
  return lines.split(/\n[^\S\n]*\n\s*/).map(part => part.split('\n').map(line => line.trim()).filter(line => line.length > 0))
    .filter(part => part.length > 0)
    .map(part => part.reduce((all, line, at) => all + (part[at - 1]!.length >= folded ? ' ' : '\n') + line));
}
