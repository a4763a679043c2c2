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
      transformPastedHTML(html, view) {
        const cleaned = clean(html, inCell(view.state.selection.$from));
        if (cleaned.pictures > 0) pictures(cleaned.pictures);
        return cleaned.html;
      },
      clipboardTextParser: (text, place) => fromText(text, place, editor().schema),
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

function fromText(text: string, place: ResolvedPos, schema: Schema): Slice {
  const marks = place.marks();
  const line = (words: string): Node[] => words.split('\n').flatMap((part, at) => [...(at > 0 ? [schema.nodes.br!.create()] : []), ...(part.length > 0 ? [schema.text(part, marks)] : [])]);
  if (place.parent.type.name === 'pre') return new Slice(Fragment.from(schema.text(text.replace(/\r\n?/g, '\n'))), 0, 0);
  // A cell holds one line.
  const lines = inCell(place) ? [paragraphs(text).join('\n')] : paragraphs(text);
  return lines.join('') === '' ? Slice.empty : new Slice(Fragment.from(lines.map(words => schema.nodes.p!.create(null, line(words)))), 1, 1);
}

function inCell(place: ResolvedPos): boolean {
  return place.depth > 1 && ['td', 'th'].includes(place.node(-1).type.name);
}
