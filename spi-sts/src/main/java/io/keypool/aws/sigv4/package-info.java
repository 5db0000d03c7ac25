/** Reads AWS Signature Version 4 from an HTTP request, header or presigned query, and verifies it. */
@NullMarked
package io.keypool.aws.sigv4;

import org.jspecify.annotations.NullMarked;
