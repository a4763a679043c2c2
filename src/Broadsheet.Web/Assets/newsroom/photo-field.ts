interface Photo { id: string; src: string; caption: string; alt: string; credit: string }

/** Chooses the photo above the text from the library; without script its key is typed. */
export class PhotoField extends HTMLElement {
  connectedCallback(): void {
    const key = this.querySelector<HTMLInputElement>('[name=lead]')!;
    const box = document.createElement('div');
    const line = document.createElement('div');
    line.className = 'inline';
    const words = document.createElement('input');
    words.type = 'search';
    words.setAttribute('aria-label', this.dataset.search!);
    const go = document.createElement('button');
    go.type = 'button';
    go.className = 'button';
    go.textContent = this.dataset.search!;
    const found = document.createElement('div');
    found.className = 'photo-choice';
    found.setAttribute('aria-live', 'polite');
    line.append(words, go);
    box.append(line, found);
    key.closest('.columns')!.before(box);
    const search = async () => {
      const url = new URL(this.dataset.photos!, location.href);
      url.searchParams.set('q', words.value);
      const answer = await fetch(url, { headers: { Accept: 'application/json' } });
      if (!answer.ok) return;
      found.replaceChildren(...((await answer.json()) as Photo[]).map(photo => this.choice(photo, key, found)));
    };
    go.addEventListener('click', () => void search());
    words.addEventListener('keydown', event => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      void search();
    });
  }

  private choice(photo: Photo, key: HTMLInputElement, all: HTMLElement): HTMLButtonElement {
    const one = document.createElement('button');
    one.type = 'button';
    one.setAttribute('aria-pressed', String(photo.id === key.value));
    const picture = document.createElement('img');
    picture.src = photo.src;
    picture.alt = photo.alt || photo.caption;
    const credit = document.createElement('small');
    credit.textContent = photo.credit || photo.caption;
    one.append(picture, credit);
    one.addEventListener('click', () => {
      key.value = photo.id;
      key.dispatchEvent(new Event('input', { bubbles: true }));
      for (const other of all.children) other.setAttribute('aria-pressed', String(other === one));
    });
    return one;
  }
}
