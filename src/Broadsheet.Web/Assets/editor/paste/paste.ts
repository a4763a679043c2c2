import type { Editor } from '@tiptap/core';
import { Fragment, Slice, type Node, type ResolvedPos, type Schema } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { Uploads } from '../uploads';
import { clean } from './clean';
import { paragraphs } from './text';

/** What comes in by clipboard and by dropping. */
export function paste(editor: () => Editor, uploads: () => Uploads | null, pictures: (left: number) => void): Plugin {
  return new Plugin({
    props: {
      transformPastedHTML(html) {
        const cleaned = clean(html);
        if (cleaned.pictures > 0) pictures(cleaned.pictures);
        return cleaned.html;
      },
      clipboardTextParser: (text, place, plain) => fromText(text, place, plain, editor().schema),
      transformPasted: (slice, view) => (inCell(view.state.selection.$from) ? oneLine(slice, view.state.schema) : slice),
      handlePaste(view, event) {
        const files = images(event.clipboardData);
        if (files.length === 0 || hasWords(event.clipboardData!)) return false;
        uploads()?.add(files, view.state.selection.to);
        return true;
      },
      handleDrop(view, event, _slice, moved) {
        const files = [...(event.dataTransfer?.files ?? [])];
        if (moved || files.length === 0) return false;
        event.preventDefault();
        uploads()?.add(files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? view.state.selection.to);
        return true;
      },
    },
  });
}

function images(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter(file => file.type.startsWith('image/'));
}

/** A word processor adds a picture of the words; the words are meant. */
function hasWords(data: DataTransfer): boolean {
  const html = data.getData('text/html').replace(/<style[\s\S]*?<\/style>|<[^>]*>|&nbsp;/g, '');
  return html.trim().length > 0 || (data.getData('text/plain').trim().length > 0 && data.getData('text/html') === '');
}

function fromText(text: string, place: ResolvedPos, plain: boolean, schema: Schema): Slice {
  const marks = place.marks();
  const line = (words: string): Node[] => words.split('\n').flatMap((part, at) => [...(at > 0 ? [schema.nodes.br!.create()] : []), ...(part.length > 0 ? [schema.text(part, marks)] : [])]);
  const lines = paragraphs(text);
  if (place.parent.type.name === 'pre') return new Slice(Fragment.from(schema.text(text.replace(/\r\n?/g, '\n'))), 0, 0);
  void plain;
  return lines.length === 0 ? Slice.empty : new Slice(Fragment.from(lines.map(words => schema.nodes.p!.create(null, line(words)))), 1, 1);
}

function inCell(place: ResolvedPos): boolean {
  return place.depth > 1 && ['td', 'th'].includes(place.node(-1).type.name);
}

/** Blocks that are put into one cell become lines of it. Cells that come from a table stay cells. */
function oneLine(slice: Slice, schema: Schema): Slice {
  let hasCells = false;
  slice.content.descendants(node => { hasCells ||= node.type.name === 'tr' || node.type.name === 'td' || node.type.name === 'th'; });
  if (hasCells || slice.content.childCount < 2) return slice;
  const runs: Node[] = [];
  slice.content.descendants(node => {
    if (!node.isTextblock) return true;
    if (runs.length > 0) runs.push(schema.nodes.br!.create());
    node.forEach(run => void runs.push(run));
    return false;
  });
  return new Slice(Fragment.from(schema.nodes.p!.create(null, runs)), 1, 1);
}
