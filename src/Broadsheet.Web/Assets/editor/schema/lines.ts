import type { Mark, Node } from '@tiptap/pm/model';

/** Text of a body as HTML. */
export function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** An attribute with the space before it; nothing where it has no value. */
export function attribute(name: string, value: unknown): string {
  return value == null || value === '' ? '' : ` ${name}="${escape(String(value)).replace(/"/g, '&quot;')}"`;
}

/**
 * The line that a block holds. Marks know no order: of those that begin together the one that goes on longest is the outer
 * element, and of equals the one that was read first.
 */
export function writeLine(block: Node): string {
  const runs: Node[] = [];
  block.forEach(run => void runs.push(run));
  let line = '';
  const open: Mark[] = [];
  const close = (from: number): void => {
    while (open.length > from) line += `</${tag(open.pop()!)}>`;
  };
  runs.forEach((run, at) => {
    const stays = open.findIndex(mark => !mark.isInSet(run.marks));
    if (stays >= 0) close(stays);
    // A footnote stands in no other element: what goes on over its edges ends there and begins again.
    const note = noteOf(run);
    if (note && open.length > 0 && !open[0]!.eq(note)) close(0);
    const reach = (mark: Mark): number => {
      let to = at;
      while (to < runs.length && mark.isInSet(runs[to]!.marks) && sameNote(noteOf(runs[to]!), note)) to++;
      return to;
    };
    const begin = run.marks.filter(mark => !open.some(other => other.eq(mark))).map(mark => ({ mark, reach: reach(mark), n: (mark.attrs.n as number) || Infinity }));
    begin.sort((a, b) => Number(b.mark === note) - Number(a.mark === note) || b.reach - a.reach || (a.n === b.n ? 0 : a.n - b.n));
    for (const { mark } of begin) {
      line += start(mark);
      open.push(mark);
    }
    line += run.isText ? escape(run.text!) : '<br>';
  });
  close(0);
  return line;
}

function noteOf(run: Node): Mark | undefined {
  return run.marks.find(mark => mark.type.name === 'note');
}

const sameNote = (one?: Mark, other?: Mark): boolean => one === other || (one !== undefined && other !== undefined && one.eq(other));

const tag = ({ type: { name } }: Mark): string => (name === 'note' ? 'span' : name);

function start(mark: Mark): string {
  const { attrs } = mark;
  return `<${tag(mark)}${mark.type.name === 'note' ? ' data-note' : ''}${attribute('href', attrs.href)}${attribute('title', attrs.title)}${attribute('lang', attrs.lang)}>`;
}
