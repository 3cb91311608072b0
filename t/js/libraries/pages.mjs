// All pages.
import * as forms from './forms.mjs';
import * as hydrated from './hydrated.mjs';
import * as loaders from './loaders.mjs';
import * as modules from './modules.mjs';
import * as patches from './patches.mjs';
import * as swaps from './swaps.mjs';

export const pages = async () => (await Promise.all([forms, hydrated, loaders, modules, patches, swaps].map(part => part.pages()))).flat();
