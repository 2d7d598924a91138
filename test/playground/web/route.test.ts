import { describe, expect, test } from 'vitest';
import { openChannel } from '../../../src/playground/web/frame/route/openChannel.ts';
import { addressOf, type Route, routeOf } from '../../../src/playground/web/frame/route/Route.ts';
import { aChannel } from './aMessage.ts';

const HERE = new URL('http://localhost/?user=U1');

describe('addresses of the page', () => {
  test.each<[string, Route]>([
    ['/?user=U1', {}],
    ['/archives/C1?user=U1', { channel: 'C1' }],
    ['/archives/C1/p1700000000000100?user=U1', { channel: 'C1', ts: '1700000000.000100' }],
    [
      '/archives/C1/p1700000000000100?thread_ts=1600000000.000100&user=U1',
      { channel: 'C1', ts: '1700000000.000100', thread: '1600000000.000100' },
    ],
    [
      '/archives/C1/p1600000000000100?thread_ts=1600000000.000100&user=U1',
      { channel: 'C1', thread: '1600000000.000100' },
    ],
    ['/archives/D1?tab=home&user=U1', { channel: 'D1', tab: 'home' }],
  ])('%s', (address, route) => {
    expect(routeOf(new URL(address, HERE))).toEqual(route);
    expect(addressOf(route, HERE)).toBe(address);
  });

  test('other addresses ask for nothing', () => {
    expect(routeOf(new URL('http://localhost/archives/C1/x'))).toEqual({});
    expect(routeOf(new URL('http://localhost/elsewhere'))).toEqual({});
  });
});

test("another member's direct message is one's own", () => {
  const channels = [aChannel([]), aChannel([], { id: 'D2', is_im: true })];
  expect(openChannel(channels, { channel: 'D1' })?.id).toBe('D2');
  expect(openChannel(channels, { channel: 'C9' })?.id).toBe('C1');
});
