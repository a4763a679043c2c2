const schemes = ['http://', 'https://', 'mailto:', 'tel:'];

/**
 * Where a link of a body may lead (docs/body-dialect.md, 'Lines'): a web address with a host, mailto: or tel: with an address, a
 * path of this newspaper, a place on the page.
 * @returns the address as it will be kept, or null where it is none.
 */
export function target(address: string): string | null {
  const seen = address.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '').trim().replace(/\s/gu, encodeURIComponent);
  for (const scheme of schemes) {
    if (!seen.toLowerCase().startsWith(scheme)) continue;
    const rest = seen.slice(scheme.length);
    return (scheme.endsWith('/') ? hasHost(scheme + rest) : rest.length > 0) ? scheme + rest : null;
  }
  return /^(?:#|\/(?![/\\]))/.test(seen) ? seen : null;
}

/** What somebody typed as the address of a link, completed: `example.com/x` and `desk@example.com` get their scheme. */
export function typed(address: string): string | null {
  const words = address.trim();
  if (target(words) !== null) return target(words);
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(words)) return target(`mailto:${words}`);
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:[/?#]\S*)?$/u.test(words) ? target(`https://${words}`) : null;
}

function hasHost(address: string): boolean {
  try {
    return new URL(address).host.length > 0;
  } catch {
    return false;
  }
}
