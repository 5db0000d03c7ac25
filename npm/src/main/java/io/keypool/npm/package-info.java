/** Builds what is written for Node with the Node and npm that are installed; nothing of it is part of a server. */
@NullMarked
package io.keypool.npm;

import org.jspecify.annotations.NullMarked;
