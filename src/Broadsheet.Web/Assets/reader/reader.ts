import { showSection, watchMasthead } from './masthead';
import { ReaderTools } from './tools';

customElements.define('reader-tools', ReaderTools);
watchMasthead();
showSection();
