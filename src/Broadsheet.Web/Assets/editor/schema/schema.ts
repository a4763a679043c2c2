import { blocks } from './blocks';
import { marks } from './marks';
import { placed } from './placed';
import { tables } from './tables';

/** The nodes and marks of the dialect (docs/body-dialect.md), and nothing else. */
export const dialect = [...blocks, ...tables, ...placed, ...marks];
export { readBody } from './read';
export { writeBody } from './write';
