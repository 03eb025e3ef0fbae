// Passkeys: a form with data-passkey="get" or "create" asks the server for a question, the authenticator for the answer,
// and is then sent like any other form. Without scripts, or where the browser has no passkeys, it stays hidden.
const toBytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
const toText = bytes => bytes && btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const readable = list => (list ?? []).map(entry => ({ ...entry, id: toBytes(entry.id) }));

const answer = {
    async create(options) {
        const credential = await navigator.credentials.create({
            publicKey: {
                ...options, challenge: toBytes(options.challenge), user: { ...options.user, id: toBytes(options.user.id) },
                excludeCredentials: readable(options.excludeCredentials),
            },
        });
        return {
            ...shared(credential),
            response: {
                clientDataJSON: toText(credential.response.clientDataJSON),
                attestationObject: toText(credential.response.attestationObject),
                transports: credential.response.getTransports?.() ?? [],
            },
        };
    },
    async get(options) {
        const credential = await navigator.credentials.get({
            publicKey: { ...options, challenge: toBytes(options.challenge), allowCredentials: readable(options.allowCredentials) },
        });
        return {
            ...shared(credential),
            response: {
                clientDataJSON: toText(credential.response.clientDataJSON),
                authenticatorData: toText(credential.response.authenticatorData),
                signature: toText(credential.response.signature),
                userHandle: toText(credential.response.userHandle),
            },
        };
    },
};

function shared(credential) {
    return {
        id: credential.id, rawId: toText(credential.rawId), type: credential.type,
        authenticatorAttachment: credential.authenticatorAttachment, clientExtensionResults: credential.getClientExtensionResults(),
    };
}

async function run(form, button, problem) {
    button.disabled = true;
    problem.hidden = true;
    try {
        const address = new URL(form.action);
        address.searchParams.set('handler', 'Options');
        const asked = await fetch(address, {
            method: 'POST', body: new URLSearchParams(new FormData(form)), credentials: 'same-origin', headers: { 'X-Requested-With': 'fetch' },
        });
        if (!asked.ok)
            throw new Error(String(asked.status));
        const { challengeId, options } = await asked.json();
        form.elements.Credential.value = JSON.stringify(await answer[form.dataset.passkey](options));
        form.elements.ChallengeId.value = challengeId;
        form.submit();
    } catch {
        problem.hidden = false;
        button.disabled = false;
    }
}

if (window.PublicKeyCredential && navigator.credentials) {
    for (const form of document.querySelectorAll('form[data-passkey]')) {
        const button = form.querySelector('[data-passkey-button]');
        button.addEventListener('click', event => {
            event.preventDefault();
            event.stopPropagation();
            if (form.reportValidity())
                run(form, button, form.querySelector('[data-passkey-problem]'));
        });
        form.hidden = false;
        for (const without of document.querySelectorAll('[data-without-passkeys]'))
            without.hidden = true;
    }
}
