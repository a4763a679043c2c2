import { button, el, field } from '../dom';
import { Panel, fault, type Desk } from './panel';

const usual = ['en', 'ko', 'ja', 'zh-Hans', 'zh-Hant', 'fr', 'de', 'es', 'ru', 'ar', 'vi'];

/** The language of the selected words; without a selection, of the block that the cursor is in. */
export class LanguagePanel extends Panel {
  private readonly input: HTMLInputElement;
  private readonly fault: ReturnType<typeof fault>;

  constructor(desk: Desk) {
    super(desk, desk.t('lang'));
    const list = `languages-${Math.random().toString(36).slice(2)}`;
    const { box, input } = field(desk.t('language'), { list, spellcheck: 'false', autocapitalize: 'off' }, () => this.apply());
    this.input = input;
    this.fault = fault(input);
    this.box.append(box, el('datalist', { id: list }, ...usual.map(value => el('option', { value }))),
      button(desk.t('apply'), () => this.apply()), button(desk.t('remove'), () => this.set(null)), this.closer(), this.fault.line);
  }

  protected opened(): void {
    const { editor } = this.desk;
    const { $from } = editor.state.selection;
    this.input.value = ((editor.getAttributes('span').lang ?? $from.parent.attrs.lang) as string | null) ?? '';
    this.fault.say('');
    this.input.focus();
    this.input.select();
  }

  private apply(): void {
    const tag = languageTag(this.input.value);
    if (tag === null) this.fault.say(this.desk.t('badLanguage'));
    else this.set(tag);
  }

  private set(lang: string | null): void {
    const { editor } = this.desk;
    const { empty, $from } = editor.state.selection;
    const chain = editor.chain().focus();
    if (!empty || editor.isActive('span')) {
      if (lang) chain.setMark('span', { lang }).run();
      else chain.extendMarkRange('span').unsetMark('span').run();
    } else if ('lang' in $from.parent.attrs) chain.updateAttributes($from.parent.type, { lang }).run();
    this.close();
  }
}

/** A language tag in its usual case (RFC 5646, section 2.1.1), or null. */
export function languageTag(text: string): string | null {
  const parts = text.trim().split('-');
  if (!/^[A-Za-z]{2,3}$/.test(parts[0]!) || parts.some(part => !/^[A-Za-z0-9]{1,8}$/.test(part)) || text.trim().length > 35) return null;
  return parts.map((part, at) => {
    if (at > 0 && part.length === 2) return part.toUpperCase();
    if (at > 0 && part.length === 4) return part[0]!.toUpperCase() + part.slice(1).toLowerCase();
    return part.toLowerCase();
  }).join('-');
}
