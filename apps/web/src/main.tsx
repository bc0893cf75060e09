import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { startFeed } from './api/feed.ts';
import { queries } from './api/queries.ts';
import { startSender } from './api/sender.ts';
import { startFocusBack } from './app/focus-back.ts';
import { Look } from './app/look.tsx';
import { reloadOnce } from './app/new-build.ts';
import { router } from './app/routes.tsx';
import { startTexts } from './i18n/index.ts';
import './app/page.css';

startTexts();
reloadOnce();
startFeed();
startSender();
startFocusBack();

const place = document.getElementById('page');
if (!place) throw new Error('the document has no place for the page');
const root = createRoot(place);

/** Header and page at once: React would hold a page back for 300 ms that came right after something stood in for it. */
function show(): void {
  root.render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Look>
          <RouterProvider router={router} />
        </Look>
      </QueryClientProvider>
    </StrictMode>,
  );
}

if (router.state.initialized) show();
else {
  const stop = router.subscribe(({ initialized }) => {
    if (!initialized) return;
    stop();
    show();
  });
}
