/**
 * A document for React beside Node's own network. vitest's jsdom environment also replaces Blob, AbortController and
 * WebSocket, with which the server in the same process could not run. Import this before anything of React.
 */
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html><html><body></body></html>', { url: 'http://localhost', pretendToBeVisual: true });

const given = { window, document: window.document, navigator: window.navigator, HTMLElement: window.HTMLElement, Node: window.Node };
for (const [name, value] of Object.entries(given)) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
