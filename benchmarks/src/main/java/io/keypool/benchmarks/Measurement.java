package io.keypool.benchmarks;

import java.util.Optional;

/**
 * What one round found out about an operation.
 *
 * @param perSecond right answers in a second
 * @param p50 nanoseconds that half of them took at most
 * @param p99 nanoseconds that 99 of 100 took at most
 * @param failures how many answers were wrong or did not come
 * @param firstFailure the first of them
 */
record Measurement(double perSecond, long p50, long p99, long failures, Optional<String> firstFailure) {}
