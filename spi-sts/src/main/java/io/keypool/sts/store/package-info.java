/** Revocations in the database: the entity, its queries and its change log. */
@NullMarked
package io.keypool.sts.store;

import org.jspecify.annotations.NullMarked;
