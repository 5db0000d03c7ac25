/** Files whose names only the build knows, beside that of the menu. */
declare const APP: string;
declare const APP_STYLES: string;

