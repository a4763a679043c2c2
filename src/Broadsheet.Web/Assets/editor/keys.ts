import { Extension, type Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { em, inserts, levels, lists, steps, strong, styles, words, type Action } from './actions';
import { tab, tableAt } from './tables';

/** Keys of every action, and what Enter and Tab mean in items, captions and cells. */
export function keys(panels: Action[]): Extension {
  return Extension.create({
    name: 'keys',
    priority: 200,
    addKeyboardShortcuts() {
      const { editor } = this;
      const bound = [...styles, strong, em, ...words, ...lists, ...inserts, ...steps, ...panels].filter(action => action.keys);
      const table = Object.fromEntries(bound.map(action => [action.keys!, () => action.run(editor)]));
      return {
        ...table,
        'Mod-Shift-z': () => editor.commands.redo(),
        'Shift-Enter': () => breakLine(editor),
        Enter: () => enter(editor),
        Tab: () => tab(editor, false) || levels[0]!.run(editor),
        'Shift-Tab': () => tab(editor, true) || (editor.isActive('li') && levels[1]!.run(editor)),
      };
    },
  });
}

function breakLine(editor: Editor): boolean {
  const { parent } = editor.state.selection.$from;
  return parent.type.name === 'p' && editor.commands.insertContent({ type: 'br' });
}

function enter(editor: Editor): boolean {
  const { $from } = editor.state.selection;
  const inCell = $from.depth > 1 && ['td', 'th'].includes($from.node(-1).type.name);
  if (inCell) return breakLine(editor);
  if ($from.parent.type.name === 'caption') {
    const table = tableAt($from)!;
    const change = editor.state.tr;
    editor.view.dispatch(change.setSelection(TextSelection.near(change.doc.resolve(table.position + 2 + table.node.firstChild!.nodeSize))));
    return true;
  }
  if (['photo', 'embed'].includes($from.parent.type.name)) {
    const after = $from.after();
    const change = editor.state.tr.insert(after, editor.schema.nodes.p!.create());
    editor.view.dispatch(change.setSelection(TextSelection.create(change.doc, after + 1)).scrollIntoView());
    return true;
  }
  return editor.isActive('li') && editor.commands.splitListItem('li');
}
