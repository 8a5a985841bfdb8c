// Says when the gateway is away. After a new start this page's address is gone: the terminal shows the new one.
const away = document.getElementById('away');
document.addEventListener('htmx:sseError', () => { away.textContent = away.dataset.words; });
document.addEventListener('htmx:sseOpen', () => { away.textContent = ''; });

// Reads a prompt aloud that has no recording, in a voice of this machine, and only when asked to.
const speaks = 'speechSynthesis' in window;
const showVoices = () => {
    if (speaks) {
        document.querySelectorAll('.aloud[hidden]').forEach((button) => { button.hidden = false; });
    }
};
showVoices();
document.addEventListener('htmx:oobAfterSwap', showVoices);
document.addEventListener('click', (event) => {
    const button = event.target.closest('.aloud');
    if (button) {
        const spoken = new SpeechSynthesisUtterance(button.previousElementSibling.textContent);
        spoken.lang = button.dataset.language;
        speechSynthesis.cancel();
        speechSynthesis.speak(spoken);
    }
});

// A key of the keyboard is a key of the phone on which the focus is, but for a field that is being typed in.
document.addEventListener('keydown', (event) => {
    const phone = event.target.closest('.phone');
    const typing = event.target.matches('input[type=text], select, textarea');
    if (!phone || typing || event.repeat || event.ctrlKey || event.altKey || event.metaKey || !/^[0-9*#]$/.test(event.key)) {
        return;
    }
    const key = phone.querySelector(`.keypad button[value="${event.key}"]`);
    if (key) {
        event.preventDefault();
        key.focus();
        key.click();
    }
});

// A part that the page has already is left as it is: an answer that was under way meanwhile would take the key from under a
// finger. And what is said grows line by line, so that a recording plays on and a reader is read the new lines alone.
document.addEventListener('htmx:oobBeforeSwap', (event) => {
    const {target, fragment} = event.detail;
    const known = target.querySelector(':scope > .seen');
    const come = fragment.querySelector('.seen');
    if (!known || !come) {
        return;
    }
    if (known.value === come.value) {
        event.detail.shouldSwap = false;
    } else if (target.matches('.said') && isSameCall(target.querySelector('ol'), fragment.querySelector('ol'))) {
        event.detail.shouldSwap = false;
        const lines = target.querySelector('ol');
        const sent = [...fragment.querySelectorAll('ol > li')];
        // Of two answers under way the older may come last: it has fewer lines, and takes none away.
        if (sent.length >= lines.children.length) {
            lines.append(...sent.slice(lines.children.length));
            known.value = come.value;
            showVoices();
        }
    }
});
const isSameCall = (lines, others) => lines && others && lines.firstElementChild.id === others.firstElementChild.id;

// What is said is said: the field is empty again, and the focus stays on its phone when its button is gone.
document.addEventListener('htmx:afterRequest', (event) => {
    const form = event.target.closest('form[data-empties]');
    if (form && event.detail.successful) {
        form.reset();
    }
});
let acting = null;
document.addEventListener('htmx:beforeRequest', (event) => {
    const phone = event.target.closest('.phone');
    if (phone && event.target.closest('.call, .dialler')) {
        acting = phone;
    }
});
document.addEventListener('htmx:afterSettle', () => {
    // What is no longer shown loses the focus only when the page is painted.
    if (acting && (document.activeElement === document.body || !document.activeElement.checkVisibility())) {
        const next = acting.querySelector('.controls button') || acting.querySelector('.dialler button');
        if (next) {
            next.focus({preventScroll: true});
        }
    }
});
