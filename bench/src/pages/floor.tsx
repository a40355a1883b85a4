/** The least page that shows the same: it parses each frame, keeps the newest messages, and renders them once a frame of the screen. */
import { MessageList, pageRoot, SHOWN, type ShownMessage } from './message-list.js';
import { readVisit, startReport } from './report.js';

/** What the floor says. */
type Word =
  | { readonly t: 'welcome' }
  | { readonly t: 'following' }
  | { readonly t: 'message'; readonly seq: number; readonly sender: string; readonly text: string };

const { wsUrl, credential, conversation } = readVisit();
const report = startReport();
const root = pageRoot();
const socket = new WebSocket(wsUrl);
let newest: readonly ShownMessage[] = [];
let isDrawing = false;

socket.onopen = () => {
  socket.send(JSON.stringify({ t: 'hello', token: credential }));
};
socket.onmessage = ({ data }) => {
  const word: Word = JSON.parse(String(data));
  if (word.t === 'welcome') socket.send(JSON.stringify({ t: 'follow', c: conversation, after: null }));
  else if (word.t === 'following') report.isLive = true;
  else {
    report.seqs.push(word.seq);
    newest = [...newest.slice(1 - SHOWN), { key: String(word.seq), name: word.sender, text: word.text }];
    if (isDrawing) return;
    isDrawing = true;
    requestAnimationFrame(() => {
      isDrawing = false;
      root.render(<MessageList messages={newest} />);
    });
  }
};
