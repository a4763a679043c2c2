// The one file that blocks: theme and text size stand before the first paint, so that nothing flashes or moves.
import { load, show } from './settings';

show(load());
document.documentElement.classList.add('js');
