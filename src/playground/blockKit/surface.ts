/** Where blocks are shown; each surface takes its own set of blocks and elements. */
export type Surface = 'message' | 'modal' | 'home';
