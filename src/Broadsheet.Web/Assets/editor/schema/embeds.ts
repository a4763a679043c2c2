import providers from '../../../../Broadsheet.Core/Articles/embeds.json';

/** Something of another site that may stand in an article. */
export interface Foreign { name: string; site: string; page: string }

/** Names of the sites on the list. */
export const sites = providers.map(provider => provider.name);

/** What an address names; null where no site of the newspaper's list has it. */
export function foreign(address: string): Foreign | null {
  for (const { name, site, match, page } of providers) {
    const id = new RegExp(match).exec(address.trim())?.groups?.id;
    if (id) return { name, site, page: page.replace('{id}', id) };
  }
  return null;
}
