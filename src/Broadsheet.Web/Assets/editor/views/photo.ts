import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { NodeView } from '@tiptap/pm/view';
import { button, el, field } from '../dom';
import type { Stock } from '../stock';
import type { Texts } from '../texts';

/** A picture with its credit, its caption to be written in place and its alternative text below. */
export class PhotoView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  private readonly image = el('img', { alt: '', draggable: 'true' });
  private readonly credit = el('span', { class: 'credit', contenteditable: 'false' });
  private readonly alt: HTMLInputElement;
  private readonly missing: HTMLElement;

  constructor(private node: Node, private readonly editor: Editor, private readonly position: () => number | undefined, stock: Stock, t: Texts) {
    const { box, input } = field(t('alt'), { placeholder: t('noAlt') });
    this.alt = input;
    this.missing = el('p', { class: 'fault', contenteditable: 'false', hidden: true }, t('missing'));
    this.contentDOM = el('span', { class: 'caption', 'data-label': t('ownCaption') });
    input.addEventListener('change', () => this.setAlt(input.value.trim()));
    const tools = el('div', { class: 'photo-tools', contenteditable: 'false' }, box,
      button(t('up'), () => this.move(-1), { class: 'quiet' }), button(t('down'), () => this.move(1), { class: 'quiet' }), button(t('removePhoto'), () => this.remove(), { class: 'quiet' }));
    this.dom = el('figure', { class: 'figure photo', 'aria-label': t('photo') }, el('div', { contenteditable: 'false' }, this.image), this.missing, el('figcaption', {}, this.contentDOM, ' ', this.credit), tools);
    this.fill();
    stock.photo(node.attrs.key as string).then(photo => {
      if (!photo) throw new Error('missing');
      this.image.src = photo.src;
      this.image.width = photo.width;
      this.image.height = photo.height;
      this.image.alt = photo.alt;
      this.credit.textContent = photo.credit;
      this.contentDOM.dataset.own = photo.caption;
      if (photo.alt) input.placeholder = photo.alt;
    }).catch(() => { this.missing.hidden = false; });
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type || node.attrs.key !== this.node.attrs.key) return false;
    this.node = node;
    this.fill();
    return true;
  }

  stopEvent(event: Event): boolean {
    return (event.target as Element).closest?.('.photo-tools') != null;
  }

  ignoreMutation(mutation: MutationRecord | { type: 'selection'; target: globalThis.Node }): boolean {
    return !this.contentDOM.contains(mutation.target) || mutation.type === 'attributes';
  }

  private fill(): void {
    this.contentDOM.classList.toggle('unwritten', this.node.content.size === 0);
    if (document.activeElement !== this.alt) this.alt.value = (this.node.attrs.alt as string | null) ?? '';
  }

  private setAlt(words: string): void {
    const at = this.position();
    if (at !== undefined) this.editor.view.dispatch(this.editor.state.tr.setNodeAttribute(at, 'alt', words || null));
  }

  private remove(): void {
    const at = this.position();
    if (at === undefined) return;
    const change = this.editor.state.tr.delete(at, at + this.node.nodeSize);
    this.editor.view.dispatch(change.setSelection(TextSelection.near(change.doc.resolve(Math.min(at, change.doc.content.size)))).scrollIntoView());
    this.editor.commands.focus();
  }

  /** Changes places with the block before or after. */
  private move(by: 1 | -1): void {
    const at = this.position();
    if (at === undefined) return;
    const { doc, tr } = this.editor.state;
    const place = doc.resolve(at);
    const beside = doc.maybeChild(place.index() + by);
    if (!beside) return;
    const to = by < 0 ? at - beside.nodeSize : at + beside.nodeSize;
    this.editor.view.dispatch(tr.delete(at, at + this.node.nodeSize).insert(to, this.node).scrollIntoView());
    const moved = this.editor.view.nodeDOM(to) as HTMLElement | null;
    moved?.querySelectorAll<HTMLElement>('.photo-tools button')[by < 0 ? 0 : 1]?.focus();
  }
}
