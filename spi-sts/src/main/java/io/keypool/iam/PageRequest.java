package io.keypool.iam;

/**
 * Which part of a list is asked for.
 *
 * @param after the key that the last page ended with; empty for the first page
 */
public record PageRequest(String after, int maxItems) {

    public static final int DEFAULT_ITEMS = 100;
    public static final int MOST_ITEMS = 1000;

    /** The first page, of the usual length. */
    public static final PageRequest FIRST = new PageRequest("", DEFAULT_ITEMS);
}
