import { button, el, field } from '../dom';
import { found, replaceAll, replaceOne, seek, step } from '../find';
import { Panel, type Desk } from './panel';

/** Finds and replaces in the text. Pressed again in the panel, the keys of the browser's own search reach the browser. */
export class FindPanel extends Panel {
  private readonly words: HTMLInputElement;
  private readonly other: HTMLInputElement;
  private readonly matchCase = el('input', { type: 'checkbox' });
  private readonly wholeWords = el('input', { type: 'checkbox' });
  private readonly count = el('output', { class: 'count' });

  constructor(desk: Desk) {
    super(desk, desk.t('find'));
    const { t, editor } = desk;
    const go = (by: 1 | -1) => () => {
      step(editor.view, by);
      this.tell();
    };
    const first = field(t('findWords'), {}, go(1));
    const second = field(t('replaceWith'), {}, () => this.replace());
    [this.words, this.other] = [first.input, second.input];
    this.words.addEventListener('input', () => this.seek());
    this.words.addEventListener('keydown', event => {
      if (event.key === 'Enter' && event.shiftKey) {
        event.stopImmediatePropagation();
        event.preventDefault();
        go(-1)();
      }
    }, true);
    for (const option of [this.matchCase, this.wholeWords]) option.addEventListener('change', () => this.seek());
    this.box.append(first.box, button(t('previous'), go(-1)), button(t('next'), go(1)), this.count,
      el('label', { class: 'option' }, this.matchCase, t('matchCase')), el('label', { class: 'option' }, this.wholeWords, t('wholeWords')),
      second.box, button(t('replace'), () => this.replace()), button(t('replaceAll'), () => this.replaceAll()), this.closer());
    editor.on('update', () => { if (this.isOpen) this.tell(); });
  }

  protected opened(): void {
    const { state } = this.desk.editor;
    const { from, to, $from } = state.selection;
    if (from < to && to <= $from.end()) this.words.value = state.doc.textBetween(from, to);
    this.seek();
    this.words.focus();
    this.words.select();
  }

  protected override hide(): void {
    super.hide();
    seek(this.desk.editor.view, null);
  }

  private seek(): void {
    seek(this.desk.editor.view, { words: this.words.value, matchCase: this.matchCase.checked, wholeWords: this.wholeWords.checked });
    this.tell();
  }

  private replace(): void {
    replaceOne(this.desk.editor.view, this.other.value);
    this.tell();
  }

  private replaceAll(): void {
    const many = replaceAll(this.desk.editor.view, this.other.value);
    this.tell();
    this.desk.say(this.desk.t('replaced', many));
  }

  private tell(): void {
    const { places, at } = found(this.desk.editor.state);
    const { t } = this.desk;
    this.count.textContent = this.words.value === '' ? '' : places.length === 0 ? t('nothing') : t('of', at + 1, places.length);
  }
}
