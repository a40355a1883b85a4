/**
 * The token of somebody of the demo site, from the server that the page came from. In a product it comes from your own back end, which knows who is signed in;
 * the demo server gives it to anybody who asks.
 *
 * @throws Error when the server does not know them, or is no demo.
 */
export async function fetchDemoToken(userKey: string): Promise<string> {
  const response = await fetch(`/examples/token?user=${encodeURIComponent(userKey)}`);
  if (!response.ok) throw new Error(`unable to sign in; the server answered ${response.status}`);
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null || !('token' in body) || typeof body.token !== 'string') {
    throw new Error('unable to sign in; the answer holds no token');
  }
  return body.token;
}
