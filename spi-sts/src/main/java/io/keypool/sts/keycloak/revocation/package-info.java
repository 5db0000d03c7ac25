/** Ends sessions before their time, on all nodes: what is written in the database is known in every node's memory. */
@NullMarked
package io.keypool.sts.keycloak.revocation;

import org.jspecify.annotations.NullMarked;
