package io.keypool.policy;

import java.io.Serializable;

/** Where in a text something is; both count from 1. */
public record TextPosition(int line, int column) implements Serializable {}
