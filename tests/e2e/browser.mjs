// The browser of the machine, quiet: it asks nothing of anybody.

import { chromium } from '@playwright/test';

export function launch(...more) {
  return chromium.launch({
    executablePath: process.env.MICROMOED_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', ...more],
  });
}
