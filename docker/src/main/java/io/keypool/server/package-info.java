/**
 * Assembles one Keycloak with our provider JARs, and runs it as a child process for the quickstart and for the tests.
 */
@NullMarked
package io.keypool.server;

import org.jspecify.annotations.NullMarked;
