/** Microsoft’s clouds, each with admin centers of its own. */
export type Cloud = 'worldwide' | 'gccHigh' | 'dod' | 'china';
