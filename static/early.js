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
  // Without its program the page stands still, and nobody else is there to say so.
  addEventListener('unhandledrejection', function () {
    if (root.dataset.started !== undefined || document.querySelector('[data-not-loaded]')) return;
    var note = document.createElement('p');
    var button = document.createElement('button');
    var chinese = /^zh/.test(root.lang);
    note.dataset.notLoaded = '';
    note.setAttribute('role', 'alert');
    note.style.cssText =
      'margin:0;padding:1rem;font:600 1.125rem/1.5 system-ui,sans-serif;color:#fff;background:#8c1d18';
    note.textContent = chinese
      ? '页面的程序没有加载成功，所以这里的控件不起作用。请检查网络连接，然后重新加载页面。 '
      : 'The program of this page could not be loaded, so nothing here reacts. Look at the connection, then reload the page. ';
    button.type = 'button';
    button.textContent = chinese ? '重新加载' : 'Reload';
    button.onclick = function () {
      location.reload();
    };
    note.append(button);
    document.body.prepend(note);
  });
  // A page that was drawn beforehand shows its usual state: it waits until it has read its link.
  if (location.search) root.dataset.linked = '';
})();
