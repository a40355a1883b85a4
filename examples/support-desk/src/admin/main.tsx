import '@parley/example-parts/base.css';
import { ChatProvider } from '@parley/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../shared/base.css';
import '../shared/console.css';
import { chosenUser, demoStaff, signIn } from '../shared/session.js';
import './admin.css';
import { App } from './app.js';

const root = document.getElementById('root');
if (root === null) throw new Error('unable to start; the page has no #root');

createRoot(root).render(
  <StrictMode>
    <ChatProvider client={signIn(chosenUser(demoStaff.admins).key)}>
      <App />
    </ChatProvider>
  </StrictMode>,
);
