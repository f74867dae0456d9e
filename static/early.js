// Runs before the first paint, so that nothing flashes: the reader's colours, `embed=1`, and what a link names.
(function () {
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem('dropout-lab:theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {
    // Storage may be forbidden: the system's colours are used.
  }
  // A folder's page by its file's name is the same page; only the router does not know.
  if (/\/index\.html$/.test(location.pathname))
    history.replaceState(
      history.state,
      '',
      location.pathname.replace(/index\.html$/, '') + location.search + location.hash,
    );
  if (new URLSearchParams(location.search).get('embed') === '1') root.dataset.embed = '';
  // A page that was drawn beforehand shows its usual state: it waits until it has read its link.
  if (location.search) root.dataset.linked = '';
})();
