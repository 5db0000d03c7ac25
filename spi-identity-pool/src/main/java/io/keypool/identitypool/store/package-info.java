/** Identities in the database: the entity, its queries and its change log. */
@NullMarked
package io.keypool.identitypool.store;

import org.jspecify.annotations.NullMarked;
