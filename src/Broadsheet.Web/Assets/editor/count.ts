import type { Node } from '@tiptap/pm/model';

const wordsPerMinute = 220;

/** Words of a text: runs without white space that hold a letter or digit, as the newspaper counts them. */
export function countWords(text: string): number {
  return (text.match(/\S+/gu) ?? []).filter(run => /[\p{L}\p{Nd}]/u.test(run)).length;
}

/** Words, and minutes of reading. */
export function measure(doc: Node): { words: number; minutes: number } {
  const words = countWords(doc.textBetween(0, doc.content.size, '\n', '\n'));
  return { words, minutes: Math.max(1, Math.ceil(words / wordsPerMinute)) };
}
