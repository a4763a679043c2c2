import { DeskForm } from './desk-form';
import { PasskeyMaker, PasskeySignIn } from './passkeys';
import { PhotoField } from './photo-field';

customElements.define('passkey-maker', PasskeyMaker);
customElements.define('passkey-sign-in', PasskeySignIn);
customElements.define('desk-form', DeskForm);
customElements.define('photo-field', PhotoField);

// A note begins with the words that are selected in the text.
document.querySelector<HTMLTextAreaElement>('#note')?.addEventListener('focus', event => {
  const quote = (event.target as HTMLElement).closest('form')?.querySelector<HTMLInputElement>('[name=quote]');
  const selected = String(getSelection() ?? '').trim();
  if (quote && selected.length > 0 && selected.length <= 500) quote.value = selected;
});
