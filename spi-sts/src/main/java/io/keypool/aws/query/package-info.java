/** The AWS Query protocol, which STS and IAM share: parameters in, XML out. */
@NullMarked
package io.keypool.aws.query;

import org.jspecify.annotations.NullMarked;
