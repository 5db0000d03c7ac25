package io.keypool.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Makes an unpacked distribution ours: provider JARs, demo realm, build step. */
public final class Assembly {

    private Assembly() {}

    /** Arguments: the home, the folder of the JARs, the folder of the realm files, then options of the build step. */
    public static void main(String[] args) throws IOException, InterruptedException {
        var home = KeycloakHome.at(Path.of(args[0]));
        List<String> buildOptions = Arrays.asList(args).subList(3, args.length);
        home.provide(Path.of(args[1]));
        home.importRealmsFrom(Path.of(args[2]));
        home.build(buildOptions);
    }
}
