/** The address of the first link of a page that the test picks. */
async function link(address, test) {
  const html = await (await fetch(address, { headers: { accept: 'text/html' } })).text();
  return [...html.matchAll(/href="(\/[^"#?]*)"/g)].map(([, path]) => path).find(test);
}

/**
 * Home, a section, an article and its author in every edition that the newspaper has: the first ones that its own
 * pages lead to, so that it works for any newspaper.
 */
export async function findPages(base) {
  const home = new URL('/', base).href;
  const editions = ['/'];
  const other = await link(home, (path) => /^\/[a-z]{2}\/$/.test(path));
  if (other) editions.push(other);
  const pages = [];
  for (const edition of editions) {
    const suffix = edition === '/' ? '' : ` ${edition.replaceAll('/', '')}`;
    const front = new URL(edition, base).href;
    const article = await link(front, (path) => /^\/\d{4}\/\d\d\/\d\d\/./.test(path));
    const section = await link(front, (path) => path.startsWith(edition) && /^\/[a-z-]+$/.test(path.slice(edition.length - 1)) && !/archive|feed/.test(path));
    const author = article && (await link(new URL(article, base).href, (path) => path.includes('/by/')));
    pages.push(...[['home', edition], ['section', section], ['article', article], ['author', author]].filter(([, path]) => path).map(([name, path]) => ({ name: name + suffix, path })));
  }
  return pages;
}
