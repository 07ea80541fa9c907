// Imported before anything of zod's is used: it would try whether it may make code of text, which the page forbids.
import {config} from 'zod/mini';

config({jitless: true});
