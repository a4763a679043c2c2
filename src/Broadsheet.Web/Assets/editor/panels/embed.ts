import { insertBlock } from '../actions';
import { button, field } from '../dom';
import { foreign, sites } from '../schema/embeds';
import { Panel, fault, type Desk } from './panel';

/** Something of another site, by its address there; only of sites on the newspaper's list. */
export class EmbedPanel extends Panel {
  private readonly input: HTMLInputElement;
  private readonly fault: ReturnType<typeof fault>;

  constructor(desk: Desk) {
    super(desk, desk.t('embed'));
    const { box, input } = field(desk.t('embedAddress'), { inputmode: 'url', spellcheck: 'false' }, () => this.apply());
    this.input = input;
    this.fault = fault(input);
    this.box.append(box, button(desk.t('apply'), () => this.apply()), this.closer(), this.fault.line);
  }

  protected opened(): void {
    this.input.value = '';
    this.fault.say('');
    this.input.focus();
  }

  private apply(): void {
    const { editor, t } = this.desk;
    const found = foreign(this.input.value);
    if (!found) {
      this.fault.say(t('badEmbed', sites.join(', ')));
      return;
    }
    insertBlock(editor, editor.schema.nodes.embed!.create({ address: found.page }));
    this.close();
  }
}
