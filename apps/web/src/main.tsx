import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { startFeed } from './api/feed.ts';
import { queries } from './api/queries.ts';
import { startSender } from './api/sender.ts';
import { Look } from './app/look.tsx';
import { reloadOnce } from './app/new-build.ts';
import { router } from './app/routes.tsx';
import { startTexts } from './i18n/index.ts';
import './app/page.css';

startTexts();
reloadOnce();
startFeed();
startSender();

const place = document.getElementById('page');
if (!place) throw new Error('the document has no place for the page');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Look>
        <RouterProvider router={router} />
      </Look>
    </QueryClientProvider>
  </StrictMode>,
);
