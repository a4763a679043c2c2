import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { TextKey } from './texts';
import { isInTable, tableActions } from './tables';

/** Something that can be done to the text, by button, menu or keys. */
export interface Action {
  name: TextKey;
  keys?: string;
  run: (editor: Editor) => boolean;
  /** True where it is on at the selection. */
  on?: (editor: Editor) => boolean;
  /** False where it can't be done now. */
  can?: (editor: Editor) => boolean;
}

const deepest = 8;
const nests = new Set(['ul', 'ol', 'blockquote', 'pull']);

/** How many lists and quotations the selection stands in. */
export function depthAt(editor: Editor): number {
  const { $from } = editor.state.selection;
  return Array.from({ length: $from.depth }, (_, at) => $from.node(at + 1)).filter((node: Node) => nests.has(node.type.name)).length;
}

const mark = (name: TextKey, keys?: string): Action => ({
  name, keys,
  run: editor => editor.chain().focus().toggleMark(name).run(),
  on: editor => editor.isActive(name),
  can: editor => !editor.isActive('pre'),
});

const kind = (name: TextKey, keys: string, type: string, attributes?: Record<string, unknown>): Action => ({
  name, keys,
  run: editor => editor.chain().focus().setNode(type, attributes).run(),
  on: editor => editor.isActive(type, attributes),
  can: editor => !isInTable(editor),
});

const wrapper = (name: TextKey, keys: string | undefined, run: (editor: Editor) => boolean): Action => ({
  name, keys,
  run: editor => (editor.isActive(name) || depthAt(editor) < deepest) && run(editor),
  on: editor => editor.isActive(name),
  can: editor => !isInTable(editor) && (editor.isActive(name) || depthAt(editor) < deepest),
});

/** Puts a block after the one at the top that the selection is in; an empty paragraph gives way. */
export function insertBlock(editor: Editor, node: Node): boolean {
  const { $from } = editor.state.selection;
  const at = $from.depth === 0 ? $from.pos : $from.after(1);
  const current = $from.depth > 0 ? $from.node(1) : null;
  const change = editor.state.tr;
  const from = current?.type.name === 'p' && current.content.size === 0 ? $from.before(1) : at;
  change.replaceWith(from, at, node);
  if (from + node.nodeSize >= change.doc.content.size) change.insert(from + node.nodeSize, editor.schema.nodes.p!.create());
  editor.view.dispatch(change.scrollIntoView());
  return true;
}

export const styles: Action[] = [
  kind('p', 'Mod-Alt-0', 'p'),
  kind('h2', 'Mod-Alt-2', 'heading', { level: 2 }),
  kind('h3', 'Mod-Alt-3', 'heading', { level: 3 }),
  kind('h4', 'Mod-Alt-4', 'heading', { level: 4 }),
  kind('pre', 'Mod-Alt-c', 'pre'),
];

export const strong = mark('strong', 'Mod-b');
export const em = mark('em', 'Mod-i');
export const words: Action[] = [mark('q'), mark('cite'), mark('s', 'Mod-Shift-x'), mark('sub', 'Mod-,'), mark('sup', 'Mod-.'), mark('code', 'Mod-e')];

export const lists: Action[] = [
  wrapper('ul', 'Mod-Shift-8', editor => editor.chain().focus().toggleList('ul', 'li').run()),
  wrapper('ol', 'Mod-Shift-7', editor => editor.chain().focus().toggleList('ol', 'li').run()),
  wrapper('blockquote', 'Mod-Shift-9', editor => editor.chain().focus().toggleWrap('blockquote').run()),
];

export const levels: Action[] = [
  { name: 'sink', keys: 'Tab', run: editor => depthAt(editor) < deepest && editor.chain().focus().sinkListItem('li').run(), can: editor => depthAt(editor) < deepest && editor.can().sinkListItem('li') },
  { name: 'lift', keys: 'Shift-Tab', run: editor => editor.chain().focus().liftListItem('li').run(), can: editor => editor.isActive('li') },
];

export const inserts: Action[] = [
  wrapper('pull', 'Mod-Shift-p', editor => editor.chain().focus().toggleWrap('pull').run()),
  tableActions.insert,
  { name: 'hr', run: editor => editor.chain().focus().insertContent({ type: 'hr' }).run(), can: editor => !isInTable(editor) },
  { name: 'br', keys: 'Shift-Enter', run: editor => editor.chain().focus().insertContent({ type: 'br' }).run(), can: editor => editor.isActive('p') },
  { name: 'nbsp', keys: 'Mod-Shift-Space', run: editor => editor.chain().focus().command(({ tr }) => Boolean(tr.insertText('\u00A0'))).run() },
];

export const steps: Action[] = [
  { name: 'undo', keys: 'Mod-z', run: editor => editor.chain().focus().undo().run(), can: editor => editor.can().undo() },
  { name: 'redo', keys: 'Mod-y', run: editor => editor.chain().focus().redo().run(), can: editor => editor.can().redo() },
];
