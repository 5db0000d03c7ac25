package io.keypool.policy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address of either family as 128 bits; IPv4 as {@code ::ffff:a.b.c.d}, so that a server that listens on both
 * families and reports such an address does not walk around a condition. No name is ever looked up.
 */
record IpAddress(long high, long low) {
    static final int BITS = 128;
    static final int V4_PREFIX = 96;
    private static final long V4_MARK = 0xffffL << 32;
    private static final int V4_PARTS = 4;
    private static final int GROUPS = 8;
    private static final int GROUP_BITS = 16;
    private static final int LONGEST = 45;

    static Optional<IpAddress> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return Optional.ofNullable(text.indexOf(':') < 0 ? v4(text) : v6(text));
    }

    boolean isV4() {
        return high == 0 && (low & ~0xffffffffL) == V4_MARK;
    }

    private static @Nullable IpAddress v4(String text) {
        long bits = v4Bits(text);
        return bits < 0 ? null : new IpAddress(0, V4_MARK | bits);
    }

    /** Negative when it is none; {@code 010} is none, since it is 10 to some and 8 to others. */
    private static long v4Bits(String text) {
        long bits = 0;
        int parts = 0;
        for (int from = 0; from <= text.length(); parts++) {
            int dot = text.indexOf('.', from);
            int to = dot < 0 ? text.length() : dot;
            int part = parts < V4_PARTS ? number(text, from, to, 10, 3) : -1;
            boolean leadingZero = to - from > 1 && text.charAt(from) == '0';
            if (part < 0 || part > 255 || leadingZero) {
                return -1;
            }
            bits = bits << 8 | part;
            from = to + 1;
        }
        return parts == V4_PARTS ? bits : -1;
    }

    private static @Nullable IpAddress v6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            int @Nullable [] all = groups(text);
            return all == null || all.length != GROUPS ? null : of(all, new int[0]);
        }
        String right = text.substring(gap + 2);
        if (right.startsWith(":") || right.contains("::")) {
            return null;
        }
        int @Nullable [] left = groups(text.substring(0, gap));
        int @Nullable [] end = groups(right);
        return left == null || end == null || left.length + end.length >= GROUPS ? null : of(left, end);
    }

    private static IpAddress of(int[] left, int[] right) {
        int[] all = new int[GROUPS];
        System.arraycopy(left, 0, all, 0, left.length);
        System.arraycopy(right, 0, all, GROUPS - right.length, right.length);
        return new IpAddress(bits(all, 0), bits(all, GROUPS / 2));
    }

    private static long bits(int[] groups, int from) {
        long bits = 0;
        for (int i = from; i < from + GROUPS / 2; i++) {
            bits = bits << GROUP_BITS | groups[i];
        }
        return bits;
    }

    /** The last group may be an IPv4 address, which makes two. */
    private static int @Nullable [] groups(String text) {
        if (text.isEmpty()) {
            return new int[0];
        }
        String[] parts = text.split(":", -1);
        long v4 = v4Bits(parts[parts.length - 1]);
        int[] groups = new int[parts.length + (v4 < 0 ? 0 : 1)];
        for (int i = 0; i < parts.length - (v4 < 0 ? 0 : 1); i++) {
            groups[i] = number(parts[i], 0, parts[i].length(), 16, 4);
            if (groups[i] < 0) {
                return null;
            }
        }
        if (v4 >= 0) {
            groups[groups.length - 2] = (int) (v4 >> GROUP_BITS);
            groups[groups.length - 1] = (int) (v4 & 0xffff);
        }
        return groups;
    }

    private static int number(String text, int from, int to, int radix, int most) {
        if (from == to || to - from > most) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), radix) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number * radix + digit;
        }
        return number;
    }
}
