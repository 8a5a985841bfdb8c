// Says when the page can no longer be trusted to be new: the stream broke, or has been quiet for three heartbeats.
(function () {
  var lastHeard = Date.now();

  function show(isStale) {
    var strip = document.getElementById('stale');
    if (strip && strip.hidden === isStale) strip.hidden = !isStale;
  }
  function heard() {
    lastHeard = Date.now();
    show(false);
  }
  htmx.createEventSource = function (url) {
    var source = new EventSource(url);
    ['open', 'changed', 'still-here'].forEach(function (name) { source.addEventListener(name, heard); });
    return source;
  };
  document.addEventListener('htmx:sendError', function () { show(true); });
  document.addEventListener('htmx:responseError', function () { show(true); });
  setInterval(function () { if (Date.now() - lastHeard > 45000) show(true); }, 5000);
})();

// What somebody has unfolded stays so when its part of the page is renewed, if it has an id.
(function () {
  var unfolded = [];

  document.addEventListener('htmx:beforeSwap', function () {
    unfolded = Array.from(document.querySelectorAll('details[id][open]'), function (one) { return one.id; });
  });
  document.addEventListener('htmx:afterSwap', function () {
    unfolded.forEach(function (id) {
      var one = document.getElementById(id);
      if (one) one.open = true;
    });
  });
})();
