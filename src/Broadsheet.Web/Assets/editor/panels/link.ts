import { button, field } from '../dom';
import { typed } from '../schema/links';
import { Panel, fault, type Desk } from './panel';

/** Where the selected words lead. Without a selection the address itself is set. */
export class LinkPanel extends Panel {
  private readonly input: HTMLInputElement;
  private readonly fault: ReturnType<typeof fault>;
  private readonly remove: HTMLButtonElement;

  constructor(desk: Desk) {
    super(desk, desk.t('link'));
    const { box, input } = field(desk.t('address'), { inputmode: 'url', spellcheck: 'false' }, () => this.apply());
    this.input = input;
    this.fault = fault(input);
    this.remove = button(desk.t('remove'), () => {
      desk.editor.chain().focus().extendMarkRange('a').unsetMark('a').run();
      this.close();
    });
    this.box.append(box, button(desk.t('apply'), () => this.apply()), this.remove, this.closer(), this.fault.line);
  }

  protected opened(): void {
    const { editor } = this.desk;
    const on = editor.isActive('a');
    if (on) editor.commands.extendMarkRange('a');
    this.input.value = on ? (editor.getAttributes('a').href as string) : '';
    this.remove.hidden = !on;
    this.fault.say('');
    this.input.focus();
    this.input.select();
  }

  private apply(): void {
    const { editor, t } = this.desk;
    const href = typed(this.input.value);
    if (href === null) {
      this.fault.say(t('badLink'));
      return;
    }
    if (editor.state.selection.empty) editor.chain().focus().insertContent({ type: 'text', text: this.input.value.trim(), marks: [{ type: 'a', attrs: { href } }] }).run();
    else editor.chain().focus().setMark('a', { href }).run();
    this.close();
  }
}
