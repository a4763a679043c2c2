/** Something of another site: nothing is loaded from there until its reader asks for it, and then in a sandbox. */
class LoadEmbed extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-presentation allow-popups');
      frame.allow = 'fullscreen';
      frame.title = this.dataset.title ?? '';
      frame.src = this.dataset.src ?? '';
      this.replaceChildren(frame);
      frame.focus();
    });
  }
}

customElements.define('load-embed', LoadEmbed);

export {};
