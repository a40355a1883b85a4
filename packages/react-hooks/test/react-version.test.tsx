import './dom.js';
import { version } from 'react';
import { version as domVersion } from 'react-dom';
import { version as serverVersion } from 'react-dom/server';
import { render } from '@testing-library/react';
import { expect, it } from 'vitest';

it('runs on the React that the project names, in all of its packages', () => {
  const major = (value: string) => value.split('.')[0];
  const { container } = render(<b>here</b>);
  expect(container.innerHTML).toBe('<b>here</b>');
  expect([version, domVersion, serverVersion].map(major)).toEqual(Array(3).fill(process.env['PARLEY_TEST_REACT']));
});
