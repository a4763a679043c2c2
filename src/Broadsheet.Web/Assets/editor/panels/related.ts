import { NodeSelection } from '@tiptap/pm/state';
import { insertBlock } from '../actions';
import { el } from '../dom';
import type { Article, Stock } from '../stock';
import { SearchPanel } from './search';
import type { Desk } from './panel';

const most = 10;

/** Articles for an inset: the first one makes it, further ones join it. */
export class RelatedPanel extends SearchPanel<Article> {
  constructor(desk: Desk, private readonly stock: Stock) {
    super(desk, desk.t('related'), desk.t('searchArticles'));
  }

  protected find(words: string): Promise<Article[]> {
    return this.stock.searchArticles(words);
  }

  protected show(article: Article): Node {
    const take = el('button', { type: 'button' }, el('span', {}, article.headline), el('span', { class: 'credit' }, article.date));
    take.addEventListener('click', () => this.add(article));
    return take;
  }

  private add(article: Article): void {
    const { editor, say } = this.desk;
    const { selection, schema } = editor.state;
    if (selection instanceof NodeSelection && selection.node.type.name === 'related') {
      const keys = [...new Set([...(selection.node.attrs.keys as string).split(' '), article.id])].slice(0, most);
      const change = editor.state.tr.setNodeAttribute(selection.from, 'keys', keys.join(' '));
      editor.view.dispatch(change.setSelection(NodeSelection.create(change.doc, selection.from)));
    } else {
      const before = editor.state.doc;
      insertBlock(editor, schema.nodes.related!.create({ keys: article.id }));
      const at = before.content.findDiffStart(editor.state.doc.content);
      const made = at === null ? null : editor.state.doc.nodeAt(at);
      if (made?.type.name === 'related') editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, at!)));
    }
    say(article.headline);
  }
}
