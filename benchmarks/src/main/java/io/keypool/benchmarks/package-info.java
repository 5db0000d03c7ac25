/** Loads one server with our operations and Keycloak's own in turn, and writes down how many of each it answers. */
@NullMarked
package io.keypool.benchmarks;

import org.jspecify.annotations.NullMarked;
