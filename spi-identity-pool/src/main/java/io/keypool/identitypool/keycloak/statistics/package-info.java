/** Counts what happens in the pools: in each node's memory first, and for all nodes in the database. */
@NullMarked
package io.keypool.identitypool.keycloak.statistics;

import org.jspecify.annotations.NullMarked;
