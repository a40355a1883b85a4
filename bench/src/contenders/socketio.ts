import { ownProgram } from './own-program.js';

/** Socket.IO + `pg`, see `socketio/main.ts`. Its clients go to WebSocket at once, without the polling that its own begin with. */
export const socketio = ownProgram({
  name: 'socketio',
  title: 'the Socket.IO server',
  probe: '/',
  socketPath: '/socket.io/?EIO=4&transport=websocket',
  isJoined: false,
});
