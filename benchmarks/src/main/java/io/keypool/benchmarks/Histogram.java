package io.keypool.benchmarks;

/** How long requests took: buckets that are at most 1/64 of their value wide, without an object per request. */
final class Histogram {

    private static final int PRECISION = 6;

    private final long[] counts = new long[(Long.SIZE - PRECISION) << PRECISION];
    private long total;

    void add(long nanos) {
        counts[bucket(nanos)]++;
        total++;
    }

    void addAll(Histogram other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        total += other.total;
    }

    long total() {
        return total;
    }

    /** What this share of the requests took at most, in nanoseconds; 0 when there are none. */
    long percentile(double share) {
        long rank = (long) Math.ceil(share * total);
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= rank && counts[i] > 0) {
                return upperBound(i);
            }
        }
        return 0;
    }

    private static int bucket(long nanos) {
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(nanos) - PRECISION - 1);
        return (shift << PRECISION) + (int) (nanos >>> shift);
    }

    private static long upperBound(int bucket) {
        int shift = Math.max(0, (bucket >>> PRECISION) - 1);
        long first = bucket - ((long) shift << PRECISION);
        return ((first + 1) << shift) - 1;
    }
}
