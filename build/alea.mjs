// The one generator of seedrandom that draws a run's luck: the other six are not taken along.
import alea from '../node_modules/seedrandom/lib/alea.js';

export default {alea};
