import { PasskeyMaker, PasskeySignIn } from './passkeys';

customElements.define('passkey-maker', PasskeyMaker);
customElements.define('passkey-sign-in', PasskeySignIn);
