/** The one door through which secrets leave; who imports this module can see card data. */
export { revealSecret } from './model/secret.ts';
