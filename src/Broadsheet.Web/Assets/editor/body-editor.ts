import { Editor, Extension, type Extensions } from '@tiptap/core';
import { Dropcursor } from '@tiptap/extensions/drop-cursor';
import { Gapcursor } from '@tiptap/extensions/gap-cursor';
import { Selection } from '@tiptap/extensions/selection';
import { UndoRedo } from '@tiptap/extensions/undo-redo';
import { EditorState } from '@tiptap/pm/state';
import { tableEditing } from '@tiptap/pm/tables';
import type { Action } from './actions';
import { measure } from './count';
import { el } from './dom';
import { finder } from './find';
import { keys } from './keys';
import { EmbedPanel } from './panels/embed';
import { FindPanel } from './panels/find';
import { LanguagePanel } from './panels/language';
import { LibraryPanel } from './panels/library';
import { LinkPanel } from './panels/link';
import { NotePanel } from './panels/note';
import type { Desk, Panel } from './panels/panel';
import { RelatedPanel } from './panels/related';
import { paste } from './paste/paste';
import { embed, photo, related } from './schema/placed';
import { dialect, readBody, writeBody } from './schema/schema';
import { Stock } from './stock';
import { texts, type Texts } from './texts';
import { Toolbar, type Panels } from './toolbar';
import { typography } from './typography';
import { Uploads, uploadPlaces } from './uploads';
import { EmbedView } from './views/embed';
import { PhotoView } from './views/photo';
import { RelatedView } from './views/related';

const pause = 800;

/**
 * The body of an article, written as it will be printed. Stands around the form's own `<textarea>`, which holds the body at every
 * moment and is all that there is without script. docs/editor.md names its attributes, events and what it asks of the newspaper.
 */
export class BodyEditor extends HTMLElement {
  static readonly observedAttributes = ['language'];
  private editor: Editor | null = null;
  private textarea!: HTMLTextAreaElement;
  private toolbar: Toolbar | null = null;
  private uploads: Uploads | null = null;
  private count!: HTMLElement;
  private status!: HTMLElement;
  private waiting = 0;
  private t!: Texts;

  connectedCallback(): void {
    const textarea = this.querySelector('textarea');
    if (this.editor || !textarea) return;
    this.textarea = textarea;
    this.t = texts(this.closest<HTMLElement>('[lang]')?.lang ?? 'en');
    this.build();
  }

  disconnectedCallback(): void {
    clearTimeout(this.waiting);
    this.editor?.destroy();
    this.editor = null;
    for (const part of [...this.children]) if (part !== this.textarea) part.remove();
    if (this.textarea) this.textarea.hidden = false;
  }

  attributeChangedCallback(): void {
    if (this.editor) this.editor.view.dom.lang = this.language;
  }

  /** Language of the text: attribute `language`, else that of the textarea. Quotation marks, hyphens and the spell check go by it. */
  get language(): string {
    return this.getAttribute('language') || this.textarea.lang || document.documentElement.lang || 'en';
  }

  /** The body as it stands. Setting it is one step that can be undone. */
  get value(): string {
    return this.textarea.value;
  }

  set value(body: string) {
    if (!this.editor) {
      this.textarea.value = body;
      return;
    }
    const { state, view } = this.editor;
    view.dispatch(state.tr.replaceWith(0, state.doc.content.size, readBody(body, state.schema).content));
  }

  override focus(): void {
    if (this.editor) this.editor.commands.focus();
    else this.textarea?.focus();
  }

  private build(): void {
    const { t } = this;
    const page = el('div', { class: 'editor-page' });
    const stock = new Stock(this.getAttribute('photos') ?? '', this.getAttribute('articles') ?? '');
    const actions = this.panelActions();
    const editor: Editor = new Editor({
      element: page,
      injectCSS: false,
      extensions: [...this.schema(stock), UndoRedo, Dropcursor.configure({ class: 'dropcursor', color: false }), Gapcursor, Selection, typography(() => this.language), keys([actions.link, actions.find, this.replaceKey(actions.find), ...actions.placed]), this.plugins(() => editor)],
      editorProps: {
        attributes: { class: 'text', role: 'textbox', 'aria-multiline': 'true', 'aria-label': this.textarea.labels?.[0]?.textContent?.trim() || t('text'), lang: this.language, spellcheck: 'true' },
      },
    });
    // The first state holds the body: there is nothing to undo yet, and what stands in the textarea stays as it is.
editor.view.updateState(EditorState.create({ doc: readBody(this.textarea.value, editor.schema), plugins: editor.state.plugins }));
    this.editor = editor;
    this.uploads = new Uploads(editor, this, stock, t);
    this.status = el('p', { class: 'editor-said', role: 'status' });
    this.count = el('p', { class: 'editor-count' });
    const desk: Desk = { editor, t, say: words => { this.status.textContent = words; } };
    const panels = this.makePanels(desk, stock);
    this.toolbar = new Toolbar(editor, actions, t);
    this.append(el('div', { class: 'editor-head' }, this.toolbar.box, ...panels), page, el('div', { class: 'editor-foot' }, this.count, this.status));
    this.textarea.hidden = true;
    editor.on('transaction', () => this.toolbar?.refresh());
    editor.on('update', () => this.changed());
    editor.view.dom.addEventListener('keydown', event => {
      if (event.key !== 'F10' || !event.altKey) return;
      event.preventDefault();
      this.toolbar?.focus();
    });
    this.tell();
  }

  /** The dialect, with pictures and insets shown as they will be printed. */
  private schema(stock: Stock): Extensions {
    const { t } = this;
    return dialect.map(part => {
      if (part === photo) return photo.extend({ addNodeView: () => ({ editor, node, getPos }) => new PhotoView(node, editor, getPos, stock, t) });
      if (part === embed) return embed.extend({ addNodeView: () => ({ editor, node, getPos }) => new EmbedView(node, editor, getPos, t) });
      if (part === related) return related.extend({ addNodeView: () => ({ editor, node, getPos }) => new RelatedView(node, editor, getPos, stock, t) });
      return part;
    });
  }

  private opened: Record<string, Panel> = {};

  private panelActions(): Panels & { placed: Action[] } {
    const open = (name: string) => () => this.opened[name]?.open() ?? false;
    return {
      link: { name: 'link', keys: 'Mod-k', run: open('link'), on: editor => editor.isActive('a'), can: editor => !editor.isActive('pre') },
      lang: { name: 'lang', run: open('lang'), on: editor => editor.isActive('span') },
      find: { name: 'find', keys: 'Mod-f', run: open('find') },
      placed: [
        { name: 'photoUpload', run: () => this.pick(), can: () => this.hasAttribute('photos') },
        { name: 'photoLibrary', run: open('photoLibrary'), can: () => this.hasAttribute('photos') },
        { name: 'related', run: open('related'), can: () => this.hasAttribute('articles') },
        { name: 'embed', run: open('embed') },
        { name: 'note', keys: 'Mod-Alt-f', run: open('note'), on: editor => editor.isActive('note'), can: editor => editor.isActive('p') },
      ],
    };
  }

  private replaceKey(find: Action): Action {
    return { ...find, keys: 'Mod-h' };
  }

  private makePanels(desk: Desk, stock: Stock): HTMLElement[] {
    this.opened = { link: new LinkPanel(desk), lang: new LanguagePanel(desk), find: new FindPanel(desk), photoLibrary: new LibraryPanel(desk, stock), related: new RelatedPanel(desk, stock), note: new NotePanel(desk), embed: new EmbedPanel(desk) };
    return Object.values(this.opened).map(panel => panel.box);
  }

  private plugins(editor: () => Editor): Extension {
    const said = (): void => { this.status.textContent = this.t('droppedPictures'); };
    return Extension.create({
      name: 'newspaper',
      addProseMirrorPlugins: () => [paste(editor, () => (this.hasAttribute('photos') ? this.uploads : null), said), uploadPlaces(), finder(), tableEditing()],
    });
  }

  /** Lets somebody choose pictures from this device. */
  private pick(): boolean {
    const input = el('input', { type: 'file', accept: 'image/*', multiple: true });
    const at = this.editor!.state.selection.to;
    input.addEventListener('change', () => this.uploads?.add(input.files ?? [], Math.min(at, this.editor!.state.doc.content.size)));
    input.click();
    return true;
  }

  private changed(): void {
    this.textarea.value = writeBody(this.editor!.state.doc);
    this.textarea.dispatchEvent(new Event('input', { bubbles: true }));
    this.tell();
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.dispatchEvent(new CustomEvent('body-change', { bubbles: true, detail: { body: this.value } })), pause);
  }

  private tell(): void {
    const { words, minutes } = measure(this.editor!.state.doc);
    this.count.textContent = this.t('words', words, minutes);
  }
}
