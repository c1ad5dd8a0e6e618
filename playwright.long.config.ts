import { defineConfig } from '@playwright/test';
import base from './playwright.config';

const { projects: _ofShortOnes, ...rest } = base;

/** What takes many minutes, and seldom tells more than `npm test` has told. */
export default defineConfig({ ...rest, testMatch: '*.long.ts', workers: 1 });
