package io.keypool.it;

import java.util.Map;

/** A host of a provider: what it answers to a GET of that path with those parameters. */
interface StubHost {

    StubAnswer get(String path, Map<String, String> parameters);
}
