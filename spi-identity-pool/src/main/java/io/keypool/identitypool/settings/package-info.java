/** What is set for identity pools: the pools themselves, their tags, roles and principal tags; for callers who sign. */
@NullMarked
package io.keypool.identitypool.settings;

import org.jspecify.annotations.NullMarked;
