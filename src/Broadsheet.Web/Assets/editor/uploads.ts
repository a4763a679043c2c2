import type { Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { button, el } from './dom';
import type { Photo, Stock } from './stock';
import type { Texts } from './texts';

type Change = { add: { id: number; at: number; shown: HTMLElement } } | { remove: number };
const key = new PluginKey<DecorationSet>('uploads');

/** Holds the places of pictures that are on their way; they follow changes of the text. */
export function uploadPlaces(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(change, set) {
        const places = set.map(change.mapping, change.doc);
        const told = change.getMeta(key) as Change | undefined;
        if (!told) return places;
        if ('add' in told) return places.add(change.doc, [Decoration.widget(told.add.at, told.add.shown, { id: told.add.id, side: told.add.id, ignoreSelection: true, stopEvent: () => true })]);
        return places.remove(places.find(undefined, undefined, spec => spec.id === told.remove));
      },
    },
    props: { decorations: state => key.getState(state) },
  });
}

/** Sends pictures to the newspaper, one after the other, and puts each where it was dropped, in the order it was dropped in. */
export class Uploads {
  private last = 0;
  private queue: Promise<void> = Promise.resolve();

  constructor(private readonly editor: Editor, private readonly host: HTMLElement, private readonly stock: Stock, private readonly t: Texts) {}

  /** @param at A place in the text; the pictures stand after the top block there. */
  add(files: Iterable<File>, at: number): void {
    const place = this.editor.state.doc.resolve(at);
    const top = place.depth === 0 ? at : place.after(1);
    for (const file of files) {
      const id = ++this.last;
      const said = el('span', { role: 'status' }, this.t('uploading', file.name, 0));
      const shown = el('div', { class: 'uploading', contenteditable: 'false' }, said);
      this.editor.view.dispatch(this.editor.state.tr.setMeta(key, { add: { id, at: top, shown } }));
      if (!file.type.startsWith('image/')) this.refuse(id, shown, this.t('notPicture', file.name));
      else this.queue = this.queue.then(() => this.send(id, file, shown, said));
    }
  }

  private async send(id: number, file: File, shown: HTMLElement, said: HTMLElement): Promise<void> {
    const wanted = new CustomEvent('photo-upload', { bubbles: true, cancelable: true, detail: { file } });
    if (!this.host.dispatchEvent(wanted)) return this.drop(id);
    try {
      const photo = await post(this.host, file, part => { said.textContent = part < 100 ? this.t('uploading', file.name, part) : this.t('working', file.name); });
      this.stock.keep(photo);
      const at = this.placeOf(id);
      if (at === null) return;
      const { tr, schema } = this.editor.state;
      tr.insert(at, schema.nodes.photo!.create({ key: photo.id }));
      if (at + 2 >= tr.doc.content.size) tr.insert(at + 2, schema.nodes.p!.create());
      this.editor.view.dispatch(tr.setMeta(key, { remove: id }).scrollIntoView());
    } catch (refusal) {
      this.refuse(id, shown, this.t('refused', file.name, refusal instanceof Error && refusal.message ? refusal.message : this.t('uploadFailed')));
    }
  }

  private refuse(id: number, shown: HTMLElement, words: string): void {
    shown.replaceChildren(el('p', { class: 'fault', role: 'alert' }, words), button(this.t('dismiss'), () => this.drop(id), { class: 'quiet' }));
  }

  private drop(id: number): void {
    this.editor.view.dispatch(this.editor.state.tr.setMeta(key, { remove: id }));
  }

  private placeOf(id: number): number | null {
    return key.getState(this.editor.state)?.find(undefined, undefined, spec => spec.id === id)[0]?.from ?? null;
  }
}

/** Posts one picture. Fails with the newspaper's own words where it gives some (problem details, RFC 9457: `detail`). */
function post(host: HTMLElement, file: File, progress: (percent: number) => void): Promise<Photo> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', new URL(host.getAttribute('photos') ?? '', location.href));
    request.setRequestHeader('Accept', 'application/json');
    request.upload.onprogress = event => progress(event.lengthComputable ? Math.round((100 * event.loaded) / event.total) : 0);
    request.onerror = () => reject(new Error(''));
    request.onload = () => {
      let answer: Partial<Photo> & { detail?: string } = {};
      try {
        answer = JSON.parse(request.responseText);
      } catch {
        // A proxy's page of HTML: the status says enough.
      }
      if (request.status >= 200 && request.status < 300 && answer.id) resolve(answer as Photo);
      else reject(new Error(answer.detail ?? ''));
    };
    const form = new FormData();
    const token = host.closest('form')?.querySelector<HTMLInputElement>('input[name="__RequestVerificationToken"]');
    if (token) form.append(token.name, token.value);
    form.append('photo', file, file.name);
    request.send(form);
  });
}
