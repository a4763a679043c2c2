import { Extension } from '@tiptap/core';
import { closeHistory, undo } from '@tiptap/pm/history';
import { Plugin, type EditorState } from '@tiptap/pm/state';

/** Double and single quotation marks, opening and closing. Korean has the English ones. */
const marks: Record<string, readonly [string, string, string, string]> = {
  en: ['“', '”', '‘', '’'],
  de: ['„', '“', '‚', '‘'],
  cs: ['„', '“', '‚', '‘'],
  pl: ['„', '”', '‚', '’'],
  fr: ['«\u00A0', '\u00A0»', '‹\u00A0', '\u00A0›'],
  es: ['«', '»', '“', '”'],
  it: ['«', '»', '“', '”'],
  ru: ['«', '»', '„', '“'],
  uk: ['«', '»', '„', '“'],
  sv: ['”', '”', '’', '’'],
  fi: ['”', '”', '’', '’'],
};

/**
 * What a typed character becomes.
 * @param before What stands before it in its line.
 * @returns how many characters before it go, and what takes their place and its own; null where it stays as it is.
 */
export function typeset(before: string, typed: string, language: string): { erase: number; put: string } | null {
  const [open, close, openInner, closeInner] = marks[language.split('-')[0]!.toLowerCase()] ?? marks.en!;
  const opens = before === '' || /[\s\p{Ps}\p{Pi}\p{Pd}/\uFFFC]$/u.test(before);
  if (typed === '"') return { erase: 0, put: opens ? open : close };
  if (typed === "'") return { erase: 0, put: /[\p{L}\p{N}]$/u.test(before) ? '’' : opens ? openInner : closeInner };
  if (typed === '-' && before.endsWith('–')) return { erase: 1, put: '—' };
  if (typed === '-' && /(?:^|[^-])-$/.test(before)) return { erase: 1, put: '–' };
  if (typed === '.' && /(?:^|[^.])\.\.$/.test(before)) return { erase: 2, put: '…' };
  return null;
}

function languageAt(state: EditorState, at: number, whole: string): string {
  const place = state.doc.resolve(at);
  const words = place.marks().filter(mark => mark.attrs.lang).at(-1);
  if (words) return words.attrs.lang as string;
  for (let depth = place.depth; depth > 0; depth--) if (place.node(depth).attrs.lang) return place.node(depth).attrs.lang as string;
  return whole;
}

/** Sets quotation marks and dashes while somebody types. One step back gives what was typed, so does Backspace straight after. */
export function typography(language: () => string): Extension {
  return Extension.create({
    name: 'typography',
    addProseMirrorPlugins() {
      let set = -1;
      return [new Plugin({
        view: () => ({ update: (view, before) => { if (set >= 0 && !view.state.doc.eq(before.doc) && view.state.selection.from !== set) set = -1; } }),
        props: {
          handleTextInput(view, from, to, typed) {
            const place = view.state.doc.resolve(from);
            if (view.composing || typed.length !== 1 || place.parent.type.spec.code || place.marks().some(mark => mark.type.name === 'code')) return false;
            const before = place.parent.textBetween(Math.max(0, place.parentOffset - 4), place.parentOffset, null, '\uFFFC');
            const change = typeset(before, typed, languageAt(view.state, from, language()));
            if (!change) return false;
            view.dispatch(view.state.tr.insertText(typed, from, to));
            view.dispatch(closeHistory(view.state.tr).insertText(change.put, from - change.erase, from + typed.length).scrollIntoView());
            view.dispatch(closeHistory(view.state.tr));
            set = view.state.selection.from;
            return true;
          },
          handleKeyDown(view, event) {
            if (event.key !== 'Backspace' || set !== view.state.selection.from || !view.state.selection.empty) return false;
            set = -1;
            return undo(view.state, view.dispatch);
          },
        },
      })];
    },
  });
}
