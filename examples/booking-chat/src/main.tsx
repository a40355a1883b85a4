import '@parley/example-parts/base.css';
import { ChatProvider } from '@parley/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { chosenUser, signIn } from './session.js';
import './styles.css';
import { UserPicker } from './user-picker.js';

const root = document.getElementById('root');
if (root === null) throw new Error('unable to start; the page has no #root');

// Choosing somebody else loads the page anew, so one client serves as long as the page does.
const user = chosenUser();
createRoot(root).render(
  <StrictMode>
    {user === null ? (
      <UserPicker />
    ) : (
      <ChatProvider client={signIn(user.key)}>
        <App />
      </ChatProvider>
    )}
  </StrictMode>,
);
