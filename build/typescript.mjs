// `node --import ./build/typescript.mjs x.ts`: runs our own scripts as they are written. Not tsx: it names every
// closure as it is made, and that makes the simulation ten times slower.
import {register} from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
