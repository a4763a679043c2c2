import { button, field } from '../dom';
import { Panel, type Desk } from './panel';

/** A footnote where the cursor is; selected words become one. Its words are then written and linked in the text like any other. */
export class NotePanel extends Panel {
  private readonly input: HTMLInputElement;

  constructor(desk: Desk) {
    super(desk, desk.t('note'));
    const { box, input } = field(desk.t('noteWords'), { spellcheck: 'true' }, () => this.apply());
    this.input = input;
    this.box.append(box, button(desk.t('apply'), () => this.apply()), this.closer());
  }

  override open(): boolean {
    const { editor } = this.desk;
    if (editor.isActive('note')) return editor.chain().focus().extendMarkRange('note').unsetMark('note').run();
    if (editor.state.selection.empty) return super.open();
    return editor.chain().focus().setMark('note').run();
  }

  protected opened(): void {
    this.input.value = '';
    this.input.lang = this.desk.editor.view.dom.lang;
    this.input.focus();
  }

  private apply(): void {
    const text = this.input.value.trim();
    if (text.length > 0) this.desk.editor.chain().focus().insertContent({ type: 'text', text, marks: [{ type: 'note' }] }).run();
    this.close();
  }
}
