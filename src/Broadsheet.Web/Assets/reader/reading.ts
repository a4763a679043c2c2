// Says that an article is read, where a CDN answers before the newspaper sees its reader. It sends the article's key and nothing else,
// not for a page drawn in advance, and not where the browser asks not to be counted.
const { article } = document.currentScript!.dataset;
const { doNotTrack, globalPrivacyControl } = navigator as Navigator & { globalPrivacyControl?: boolean };
const report = () => navigator.sendBeacon('/readings', article);
if (doNotTrack !== '1' && !globalPrivacyControl)
  if ((document as Document & { prerendering?: boolean }).prerendering) document.addEventListener('prerenderingchange', report, { once: true });
  else report();

export {};
