import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { button, el } from '../dom';
import { foreign } from '../schema/embeds';
import type { Texts } from '../texts';

/** Something of another site, as a card: nothing is loaded from there while somebody writes. */
export class EmbedView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM = el('span', { class: 'caption' });

  constructor(private node: Node, editor: Editor, position: () => number | undefined, t: Texts) {
    const address = node.attrs.address as string;
    const source = foreign(address);
    const out = button(t('removeEmbed'), () => {
      const at = position();
      if (at === undefined) return;
      editor.view.dispatch(editor.state.tr.delete(at, at + this.node.nodeSize));
      editor.commands.focus();
    }, { class: 'quiet' });
    this.contentDOM.dataset.label = t('captionHere');
    this.dom = el('figure', { class: 'figure embed-card', 'aria-label': source?.name ?? address },
      el('div', { class: 'photo-tools', contenteditable: 'false' }, el('p', {}, el('strong', {}, source?.name ?? ''), ` ${address.replace('https://', '')}`, el('br'), el('span', { class: 'credit' }, t('onClick', source?.site ?? ''))), out),
      el('figcaption', {}, this.contentDOM));
    this.fill();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type || node.attrs.address !== this.node.attrs.address) return false;
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
  }
}
