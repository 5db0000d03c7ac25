/**
 * Serves the sample page of {@code examples/web-app} to one machine: the page itself, and files that nobody reaches but
 * whom Keypool lets pass, as behind a gateway.
 */
@NullMarked
package io.keypool.webapp;

import org.jspecify.annotations.NullMarked;
