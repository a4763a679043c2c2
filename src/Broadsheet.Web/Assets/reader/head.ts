// The one file that blocks: theme and text size stand before the first paint, so that nothing flashes or moves.
import { load, show } from './settings';

show(load());
document.documentElement.classList.add('js');
// Where a finger points and the system can share, its sheet copies links too; elsewhere a button copies them.
if ('share' in navigator && matchMedia('(pointer: coarse)').matches) document.documentElement.classList.add('shares');
