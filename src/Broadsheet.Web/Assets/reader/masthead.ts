/** Marks the root element once the large name has left the screen, so that the name stands small in the sticky line. */
export function watchMasthead(): void {
  const name = document.querySelector('.folio');
  if (!name) return;
  new IntersectionObserver(([entry]) => {
    if (entry) document.documentElement.toggleAttribute('data-scrolled', !entry.isIntersecting && entry.boundingClientRect.top < 0);
  }, { rootMargin: '-48px 0px 0px' }).observe(name);
}
