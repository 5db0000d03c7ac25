/** The vocabulary that every AWS service shares: names, faults, request ids and constraint texts. */
@NullMarked
package io.keypool.aws;

import org.jspecify.annotations.NullMarked;
