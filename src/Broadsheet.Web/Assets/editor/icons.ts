/** Drawn on 20 by 20, stroke 1.5. */
const paths = {
  strong: 'M6 4h4.5a3 3 0 0 1 0 6H6zm0 6h5.5a3 3 0 0 1 0 6H6zM8 4v12',
  em: 'M9 4h5M6 16h5M11.5 4l-3 12',
  link: 'M8.5 11.5l3-3M9 6.5l1.6-1.6a3 3 0 0 1 4.3 4.3L13 11M7 9l-1.9 1.8a3 3 0 0 0 4.2 4.3L11 13.5',
  ul: 'M8 5h9M8 10h9M8 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01',
  ol: 'M9 5h8M9 10h8M9 15h8M3 3.5l1.2-.7V7M3 12.3c.3-1.2 2.4-1 2.2.3-.1.8-2.2 2.4-2.2 2.4h2.4',
  blockquote: 'M4 6h4v4c0 2-1.2 3.5-3 4M12 6h4v4c0 2-1.2 3.5-3 4',
  sink: 'M3 4h14M3 16h14M10 8h7M10 12h7M3 7.5L6 10l-3 2.5',
  lift: 'M3 4h14M3 16h14M10 8h7M10 12h7M6 7.5L3 10l3 2.5',
  undo: 'M7 4L3.5 7.5 7 11M3.5 7.5H12a4.25 4.25 0 0 1 0 8.5H8',
  redo: 'M13 4l3.5 3.5L13 11M16.500 7.5H8a4.25 4.25 0 0 0 0 8.5h4',
  find: 'M8.500 3.500a5 5 0 1 0 0 10 5 5 0 0 0 0-10M12.500 12.500L17 17',
};

export type IconName = keyof typeof paths;

export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}
