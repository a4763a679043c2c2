import { BodyEditor } from './body-editor';

customElements.define('body-editor', BodyEditor);
