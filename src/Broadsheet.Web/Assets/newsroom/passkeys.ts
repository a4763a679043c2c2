/** What the browser and the newspaper say to each other in JSON (WebAuthn Level 3, section 5.1.8). */
interface Passkeys {
  parseCreationOptionsFromJSON(options: unknown): PublicKeyCredentialCreationOptions;
  parseRequestOptionsFromJSON(options: unknown): PublicKeyCredentialRequestOptions;
}

/**
 * A form whose button asks the device for a passkey and then sends what it says in the field `credential`.
 * data-options is where the newspaper's question is fetched, data-at the only address at which passkeys work.
 */
abstract class PasskeyForm extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const button = this.querySelector('button');
    if (!form || !button) return;
    if (!('PublicKeyCredential' in window) || !('parseCreationOptionsFromJSON' in PublicKeyCredential) || location.origin !== this.dataset.at) {
      button.disabled = true;
      this.say(this.dataset.elsewhere);
      return;
    }
    form.addEventListener('submit', (event) => {
      if (this.field(form, 'credential').value) return;
      event.preventDefault();
      void this.ask(form, button);
    });
  }

  protected abstract credential(options: unknown): Promise<Credential | null>;

  private async ask(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
    button.disabled = true;
    this.say('');
    try {
      const answer = await fetch(this.dataset.options ?? '', {
        method: 'POST',
        headers: { RequestVerificationToken: this.field(form, '__RequestVerificationToken').value, Accept: 'application/json' },
      });
      if (answer.redirected || !answer.ok) throw new Error(`${answer.status}`);
      const credential = await this.credential(await answer.json());
      if (!credential) throw new Error('none');
      this.field(form, 'credential').value = JSON.stringify(credential);
      form.submit();
    } catch {
      // Refused by the person, by the device or by the network: the page says what to do, and the button is there again.
      this.say(this.dataset.failed);
      button.disabled = false;
    }
  }

  private field(form: HTMLFormElement, name: string): HTMLInputElement {
    return form.elements.namedItem(name) as HTMLInputElement;
  }

  private say(words: string | undefined): void {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = words ?? '';
  }
}

/** Makes a passkey on this device. */
export class PasskeyMaker extends PasskeyForm {
  protected credential(options: unknown): Promise<Credential | null> {
    return navigator.credentials.create({ publicKey: (PublicKeyCredential as unknown as Passkeys).parseCreationOptionsFromJSON(options) });
  }
}

/** Signs in with one that was made. */
export class PasskeySignIn extends PasskeyForm {
  protected credential(options: unknown): Promise<Credential | null> {
    return navigator.credentials.get({ publicKey: (PublicKeyCredential as unknown as Passkeys).parseRequestOptionsFromJSON(options) });
  }
}
