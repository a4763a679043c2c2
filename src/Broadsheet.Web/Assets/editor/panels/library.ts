import { insertBlock } from '../actions';
import { el } from '../dom';
import type { Photo, Stock } from '../stock';
import { SearchPanel } from './search';
import type { Desk } from './panel';

/** Pictures that the newspaper has. */
export class LibraryPanel extends SearchPanel<Photo> {
  constructor(desk: Desk, private readonly stock: Stock) {
    super(desk, desk.t('photoLibrary'), desk.t('searchPhotos'));
    this.box.classList.add('library');
  }

  protected find(words: string): Promise<Photo[]> {
    return this.stock.searchPhotos(words);
  }

  protected show(photo: Photo): Node {
    const { editor } = this.desk;
    const take = el('button', { type: 'button' }, el('img', { src: photo.src, alt: '', loading: 'lazy' }), el('span', {}, photo.caption || photo.alt || photo.id), el('span', { class: 'credit' }, photo.credit));
    take.addEventListener('click', () => {
      insertBlock(editor, editor.schema.nodes.photo!.create({ key: photo.id }));
      this.close();
    });
    return take;
  }
}
