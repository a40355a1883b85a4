import '@parley/example-parts/base.css';
import { Avatar } from '@parley/example-parts/avatar';
import { icons } from '@parley/example-parts/icons';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../shared/base.css';
import { demoStaff } from '../shared/session.js';
import './start.css';

const root = document.getElementById('root');
if (root === null) throw new Error('unable to start; the page has no #root');

const staff = [
  ...demoStaff.agents.map((user) => ({ ...user, page: 'agent', title: 'Agent console' })),
  ...demoStaff.admins.map((user) => ({ ...user, page: 'admin', title: 'Admin console' })),
];

createRoot(root).render(
  <StrictMode>
    <main className="start">
      <h1>Support desk</h1>
      <p>A customer, two agents and an admin. Open each in a window of its own, and watch them meet.</p>
      <ul>
        <li>
          <a href="shop/">
            <span className="start-icon">{icons.chat}</span>
            <span>
              <strong>A customer</strong>
              <small>A plain page with the widget on it</small>
            </span>
          </a>
        </li>
        {staff.map(({ key, name, page, title }) => (
          <li key={key}>
            <a href={`${page}/?user=${key}`}>
              <Avatar name={name} />
              <span>
                <strong>{name}</strong>
                <small>{title}</small>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </main>
  </StrictMode>,
);
