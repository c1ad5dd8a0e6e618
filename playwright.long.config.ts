import { defineConfig } from '@playwright/test';
import base from './playwright.config';

/** What takes many minutes, and seldom tells more than `npm test` has told. */
export default defineConfig(base, { testMatch: '*.long.ts' });
