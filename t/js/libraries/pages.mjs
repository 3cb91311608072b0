// All pages.
import * as loaders from './loaders.mjs';
import * as patches from './patches.mjs';
import * as swaps from './swaps.mjs';

export const pages = async () => (await Promise.all([loaders, patches, swaps].map(part => part.pages()))).flat();
