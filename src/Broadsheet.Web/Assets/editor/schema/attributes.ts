import type { Attribute } from '@tiptap/core';

type Attributes = Record<string, Partial<Attribute>>;

/** The language of a block or of words, as a tag of BCP 47. */
export const language: Attributes = {
  lang: { default: null, parseHTML: element => element.getAttribute('lang') },
};

/** An attribute of one name here and in HTML; null where it is absent. */
export function plain(name: string, html = name): Attributes {
  return {
    [name]: {
      default: null,
      parseHTML: element => element.getAttribute(html) || null,
      renderHTML: values => (values[name] == null ? {} : { [html]: values[name] }),
    },
  };
}

/** A whole number within limits; its usual value outside them. */
export function whole(name: string, usual: number, from: number, to: number): Attributes {
  return {
    [name]: {
      default: usual,
      parseHTML: element => {
        const text = element.getAttribute(name) ?? '';
        const value = /^\d{1,6}$/.test(text) ? Number(text) : usual;
        return value >= from && value <= to ? value : usual;
      },
      renderHTML: values => (values[name] === usual ? {} : { [name]: values[name] }),
    },
  };
}
