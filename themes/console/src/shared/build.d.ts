/** Files whose names only the build knows, beside that of the menu. */
declare const APP: string;
declare const APP_STYLES: string;

/** Of README.md: the folder of each client in examples/clients, what it is called, and its lines. */
declare const CLIENT_LINES: { id: string; title: string; lines: string }[];
