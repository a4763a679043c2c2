/** Marks the root element once the large name has left the screen, so that the name stands small in the sticky line. */
export function watchMasthead(): void {
  const name = document.querySelector('.folio');
  if (!name) return;
  new IntersectionObserver(([entry]) => {
    if (entry) document.documentElement.toggleAttribute('data-scrolled', !entry.isIntersecting && entry.boundingClientRect.top < 0);
  }, { rootMargin: '-48px 0px 0px' }).observe(name);
}

/** On a narrow screen the section row scrolls: the section where the reader is comes into sight. */
export function showSection(): void {
  const current = document.querySelector<HTMLElement>('.bar [aria-current]');
  const row = current?.closest('ul');
  if (current && row) row.scrollLeft = current.offsetLeft - row.offsetLeft + current.offsetWidth / 2 - row.clientWidth / 2;
}
