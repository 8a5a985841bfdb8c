// Says when the gateway is away. After a new start this page's address is gone: the terminal shows the new one.
const away = document.getElementById('away');
document.addEventListener('htmx:sseError', () => { away.textContent = away.dataset.words; });
document.addEventListener('htmx:sseOpen', () => { away.textContent = ''; });
