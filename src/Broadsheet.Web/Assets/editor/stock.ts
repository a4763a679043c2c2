/** A photo as the newspaper describes it. */
export interface Photo { id: string; src: string; width: number; height: number; caption: string; alt: string; credit: string }

/** An article as an inset shows it. */
export interface Article { id: string; headline: string; date: string }

/** Photos and articles that the newspaper knows, asked for once. */
export class Stock {
  private readonly photos = new Map<string, Promise<Photo | null>>();
  private readonly articles = new Map<string, Promise<Article | null>>();

  constructor(private readonly photosAt: string, private readonly articlesAt: string) {}

  keep(photo: Photo): void {
    this.photos.set(photo.id, Promise.resolve(photo));
  }

  photo(id: string): Promise<Photo | null> {
    return known(this.photos, id, () => ask<Photo>(this.photosAt, { ids: id }));
  }

  article(id: string): Promise<Article | null> {
    return known(this.articles, id, () => ask<Article>(this.articlesAt, { ids: id }));
  }

  async searchPhotos(words: string): Promise<Photo[]> {
    const found = await ask<Photo>(this.photosAt, { q: words });
    found.forEach(photo => this.keep(photo));
    return found;
  }

  async searchArticles(words: string): Promise<Article[]> {
    const found = await ask<Article>(this.articlesAt, { q: words });
    for (const article of found) this.articles.set(article.id, Promise.resolve(article));
    return found;
  }
}

/** What did not arrive is asked for again the next time. */
function known<T>(kept: Map<string, Promise<T | null>>, id: string, fetch: () => Promise<T[]>): Promise<T | null> {
  let one = kept.get(id);
  if (!one) {
    one = fetch().then(found => found[0] ?? null);
    one.catch(() => kept.delete(id));
    kept.set(id, one);
  }
  return one;
}

async function ask<T>(address: string, query: Record<string, string>): Promise<T[]> {
  const url = new URL(address, location.href);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const answer = await fetch(url, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`${url.pathname} answered ${answer.status}.`);
  return (await answer.json()) as T[];
}
