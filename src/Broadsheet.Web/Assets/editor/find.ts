import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { EditorView } from '@tiptap/pm/view';

export interface Query { words: string; matchCase: boolean; wholeWords: boolean }
export interface Found { query: Query | null; places: Place[]; at: number; shown: DecorationSet }
interface Place { from: number; to: number }

const none: Found = { query: null, places: [], at: -1, shown: DecorationSet.empty };

export const findKey = new PluginKey<Found>('find');

/** Where words stand in a document. A space finds a no-break space too, a straight quotation mark a curly one. */
export function findIn(doc: Node, query: Query): Place[] {
  if (query.words.length === 0) return [];
  const pattern = query.words
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/[ \u00A0]/g, '[ \\u00A0]')
    .replace(/"/g, '["“”„«»]')
    .replace(/'/g, "['‘’‚]");
  const search = new RegExp(pattern, query.matchCase ? 'gu' : 'giu');
  const places: Place[] = [];
  doc.descendants((block, position) => {
    if (!block.isTextblock) return true;
    const text = block.textBetween(0, block.content.size, null, '\uFFFC');
    for (const match of text.matchAll(search)) {
      const from = match.index, to = from + match[0].length;
      if (match[0].length === 0 || (query.wholeWords && !(edge(text, from) && edge(text, to)))) continue;
      places.push({ from: position + 1 + from, to: position + 1 + to });
    }
    return false;
  });
  return places;
}

/** True where a word begins or ends. */
function edge(text: string, at: number): boolean {
  const letter = /[\p{L}\p{N}\p{M}_]/u;
  return !(letter.test(text.slice(0, at).slice(-1)) && letter.test(text.slice(at, at + 1)));
}

function show(doc: Node, query: Query | null, at: number): Found {
  if (!query) return none;
  const places = findIn(doc, query);
  const current = places.length === 0 ? -1 : Math.min(Math.max(at, 0), places.length - 1);
  const shown = DecorationSet.create(doc, places.map((place, n) => Decoration.inline(place.from, place.to, { class: n === current ? 'sought current' : 'sought' })));
  return { query, places, at: current, shown };
}

/** Keeps what is sought, marks it, and follows changes of the text. */
export function finder(): Plugin<Found> {
  return new Plugin<Found>({
    key: findKey,
    state: {
      init: () => none,
      apply(change, before) {
        const asked = change.getMeta(findKey) as { query?: Query | null; at?: number } | undefined;
        if (!asked && (!change.docChanged || !before.query)) return before;
        return show(change.doc, asked?.query === undefined ? before.query : asked.query, asked?.at ?? before.at);
      },
    },
    props: { decorations: state => findKey.getState(state)?.shown },
  });
}

/** Begins a search from the selection on, or ends it. */
export function seek(view: EditorView, query: Query | null): void {
  const places = query ? findIn(view.state.doc, query) : [];
  const at = places.findIndex(place => place.from >= view.state.selection.from);
  view.dispatch(view.state.tr.setMeta(findKey, { query, at: Math.max(0, at) }));
}

/** Goes to the next or previous place, round the end. */
export function step(view: EditorView, by: 1 | -1): void {
  const { places, at } = found(view.state);
  if (places.length === 0) return;
  const to = (at + by + places.length) % places.length;
  const place = places[to]!;
  view.dispatch(view.state.tr.setMeta(findKey, { at: to }).setSelection(TextSelection.create(view.state.doc, place.from, place.to)).scrollIntoView());
}

/** Replaces the current place and goes on. */
export function replaceOne(view: EditorView, words: string): void {
  const { places, at } = found(view.state);
  const place = places[at];
  if (!place) return;
  view.dispatch(put(view.state, [place], words));
  const now = found(view.state);
  const next = now.places.findIndex(other => other.from >= place.from + words.length);
  view.dispatch(view.state.tr.setMeta(findKey, { at: Math.max(0, next) }));
}

/** Replaces every place in one step that can be undone. @returns how many. */
export function replaceAll(view: EditorView, words: string): number {
  const { places } = found(view.state);
  if (places.length > 0) view.dispatch(put(view.state, places, words));
  return places.length;
}

export function found(state: EditorState): Found {
  return findKey.getState(state) ?? none;
}

function put(state: EditorState, places: Place[], words: string) {
  const change = state.tr;
  for (const { from, to } of [...places].reverse()) {
    if (words.length > 0) change.replaceWith(from, to, state.schema.text(words, state.doc.resolve(from + 1).marks()));
    else change.delete(from, to);
  }
  return change;
}
