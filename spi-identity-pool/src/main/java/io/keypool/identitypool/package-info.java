/** Identity pools: who somebody is in a pool, and what proves it, behind one door, one class for each action. */
@NullMarked
package io.keypool.identitypool;

import org.jspecify.annotations.NullMarked;
