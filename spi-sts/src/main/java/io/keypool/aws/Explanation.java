package io.keypool.aws;

/**
 * Why a request was refused, in full, for administrators. Its text is for the log and for events: it repeats nothing of
 * what the request held about a person.
 */
public interface Explanation {

    @Override
    String toString();
}
