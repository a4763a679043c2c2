import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { TextSelection, type Command } from '@tiptap/pm/state';
import { addColumnAfter, addColumnBefore, addRow, deleteColumn, deleteRow, goToNextCell, isInTable as inGrid, mergeCells, selectedRect, splitCell } from '@tiptap/pm/tables';
import type { Action } from './actions';

export function isInTable(editor: Editor): boolean {
  return editor.isActive('table');
}

const command = (name: Action['name'], run: Command, on?: Action['on']): Action => ({
  name,
  run: editor => {
    editor.commands.focus();
    return run(editor.state, editor.view.dispatch, editor.view);
  },
  can: editor => inGrid(editor.state) && run(editor.state),
  on,
});

/** A new row belongs to the head where the rows around it do. */
const row = (after: boolean): Command => (state, dispatch) => {
  if (!inGrid(state)) return false;
  const rect = selectedRect(state);
  const change = addRow(state.tr, rect, after ? rect.bottom : rect.top);
  const beside = rect.table.child(after ? rect.bottom - 1 : rect.top);
  const next = after ? rect.table.maybeChild(rect.bottom) : beside;
  if (beside.attrs.head && next?.attrs.head) {
    let at = rect.tableStart;
    for (let n = 0; n < (after ? rect.bottom : rect.top); n++) at += rect.table.child(n).nodeSize;
    change.setNodeAttribute(at, 'head', true);
  }
  dispatch?.(change);
  return true;
};

/** Makes the rows down to the selected one the table's head, or takes the head away; their cells follow. */
const head: Command = (state, dispatch) => {
  if (!inGrid(state)) return false;
  const rect = selectedRect(state);
  const isHead = rect.table.child(rect.top).attrs.head as boolean;
  const change = state.tr;
  let at = rect.tableStart;
  rect.table.forEach((tr, _, n) => {
    const wanted = isHead ? n < rect.top : n < rect.bottom || (tr.attrs.head as boolean);
    if (wanted !== tr.attrs.head) {
      change.setNodeAttribute(at, 'head', wanted);
      tr.forEach((cell, offset) => void setKind(change.doc.type.schema.nodes[wanted ? 'th' : 'td']!, cell, at + 1 + offset, wanted ? 'col' : null));
    }
    at += tr.nodeSize;
  });
  function setKind(type: Node['type'], cell: Node, position: number, scope: string | null): void {
    const { colspan, rowspan } = cell.attrs;
    change.setNodeMarkup(position, type, { colspan, rowspan, ...(scope ? { scope } : {}) });
  }
  dispatch?.(change);
  return true;
};

/** Makes a cell of the body head its row, or an ordinary one again. */
const headsRow: Command = (state, dispatch) => {
  if (!inGrid(state)) return false;
  const { map, table, tableStart, left, top } = selectedRect(state);
  const offset = map.map[top * map.width + left]!;
  const cell = table.nodeAt(offset)!;
  const { colspan, rowspan } = cell.attrs;
  const becomes = cell.type.name === 'th' ? 'td' : 'th';
  dispatch?.(state.tr.setNodeMarkup(tableStart + offset, state.schema.nodes[becomes], { colspan, rowspan, ...(becomes === 'th' ? { scope: 'row' } : {}) }));
  return true;
};

/** Goes to the table's caption, which is made where there is none. */
const caption: Command = (state, dispatch) => {
  const at = tableAt(state.selection.$from);
  if (!at) return false;
  const change = state.tr;
  if (at.node.firstChild!.type.name !== 'caption') change.insert(at.position + 1, state.schema.nodes.caption!.create());
  dispatch?.(change.setSelection(TextSelection.create(change.doc, at.position + 2)).scrollIntoView());
  return true;
};

const remove: Command = (state, dispatch) => {
  const at = tableAt(state.selection.$from);
  if (at) dispatch?.(state.tr.delete(at.position, at.position + at.node.nodeSize).scrollIntoView());
  return at !== null;
};

export function tableAt(place: TextSelection['$from']): { node: Node; position: number } | null {
  for (let depth = place.depth; depth > 0; depth--) if (place.node(depth).type.name === 'table') return { node: place.node(depth), position: place.before(depth) };
  return null;
}

function insert(editor: Editor): boolean {
  const { table, grid, tr, th, td, p } = editor.schema.nodes;
  const cells = (type: Node['type'], attributes = {}): Node[] => [0, 1, 2].map(() => type.create(attributes, p!.create()));
  const made = table!.create(null, grid!.create(null, [tr!.create({ head: true }, cells(th!, { scope: 'col' })), tr!.create(null, cells(td!)), tr!.create(null, cells(td!))]));
  const { $from } = editor.state.selection;
  const empty = $from.parent.isTextblock && $from.parent.content.size === 0 && $from.parent.type.name === 'p';
  const from = empty ? $from.before() : $from.depth === 0 ? $from.pos : $from.after();
  const change = editor.state.tr.replaceWith(from, empty ? $from.after() : from, made);
  if (from + made.nodeSize >= change.doc.content.size) change.insert(from + made.nodeSize, p!.create());
  editor.view.dispatch(change.setSelection(TextSelection.near(change.doc.resolve(from + 4))).scrollIntoView());
  editor.view.focus();
  return true;
}

export const tableActions = { insert: { name: 'tableInsert', run: insert, can: editor => !isInTable(editor) && !editor.isActive('photo') } satisfies Action };

export const inTable: Action[] = [
  command('rowBefore', row(false)), command('rowAfter', row(true)), command('columnBefore', addColumnBefore), command('columnAfter', addColumnAfter),
  command('headRow', head, editor => Boolean(editor.getAttributes('tr').head)), command('headColumn', headsRow, editor => editor.isActive('th') && !editor.getAttributes('tr').head),
  command('merge', mergeCells), command('split', splitCell),
  { ...command('caption', caption), can: isInTable }, command('rowDelete', deleteRow), command('columnDelete', deleteColumn), { ...command('tableDelete', remove), can: isInTable },
];

/** Tab goes through the cells; from the last one it makes a row. */
export function tab(editor: Editor, back: boolean): boolean {
  if (!inGrid(editor.state)) return false;
  if (goToNextCell(back ? -1 : 1)(editor.state, editor.view.dispatch)) return true;
  if (back) return false;
  row(true)(editor.state, editor.view.dispatch);
  return goToNextCell(1)(editor.state, editor.view.dispatch);
}
