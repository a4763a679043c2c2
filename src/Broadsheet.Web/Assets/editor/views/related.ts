import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { button, el } from '../dom';
import type { Stock } from '../stock';
import type { Texts } from '../texts';

/** An inset of related articles: their headlines, each with a button that takes it out. */
export class RelatedView implements NodeView {
  readonly dom: HTMLElement;
  private readonly list = el('ul');

  constructor(private node: Node, private readonly editor: Editor, private readonly position: () => number | undefined, private readonly stock: Stock, private readonly t: Texts) {
    this.dom = el('aside', { class: 'related', contenteditable: 'false', 'aria-label': t('relatedTitle') }, el('p', { class: 'related-title' }, t('relatedTitle')), this.list);
    this.fill();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    if (node.attrs.keys !== this.node.attrs.keys) {
      this.node = node;
      this.fill();
    }
    return true;
  }

  stopEvent(event: Event): boolean {
    return (event.target as Element).closest?.('button') != null;
  }

  ignoreMutation(): boolean {
    return true;
  }

  private keys(): string[] {
    return ((this.node.attrs.keys as string | null) ?? '').split(' ').filter(key => key.length > 0);
  }

  private fill(): void {
    this.list.replaceChildren(...this.keys().map(key => {
      const headline = el('span', {}, key);
      const out = button('×', () => this.without(key), { class: 'quiet', 'aria-label': this.t('removeArticle', key) });
      this.stock.article(key).then(article => {
        if (!article) return;
        headline.textContent = article.headline;
        out.setAttribute('aria-label', this.t('removeArticle', article.headline));
      }).catch(() => { headline.textContent = this.t('failed'); });
      return el('li', {}, headline, out);
    }));
  }

  private without(key: string): void {
    const at = this.position();
    if (at === undefined) return;
    const keys = this.keys().filter(other => other !== key);
    const { tr } = this.editor.state;
    this.editor.view.dispatch(keys.length > 0 ? tr.setNodeAttribute(at, 'keys', keys.join(' ')) : tr.delete(at, at + this.node.nodeSize));
    this.editor.commands.focus();
  }
}
