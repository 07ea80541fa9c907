import {bundleProgram} from '../cli/outage.ts';

/** The program is bundled once, before the first test that starts it. */
export default bundleProgram;
