import { Avatar } from '@parley/example-parts/avatar';
import { demoUsers, pageOf } from './session.js';

/** The first page: who would you like to be? */
export function UserPicker() {
  return (
    <main className="picker">
      <h1>Booking chat</h1>
      <p>A client and a provider talk around a booking. Open this page twice, as one of each side.</p>
      <ul className="picker-list">
        {demoUsers.map((user) => (
          <li key={user.key}>
            <a href={pageOf(user)}>
              <Avatar name={user.name} />
              <span>
                <strong>{user.name}</strong>
                <small>{user.side}</small>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}
