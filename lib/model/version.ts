/** The version of nsview, as its package says. */
export { version as VERSION } from '../../package.json';
