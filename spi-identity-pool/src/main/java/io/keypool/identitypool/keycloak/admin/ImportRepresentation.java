package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.Imported;
import io.keypool.identitypool.Imported.Result;
import java.util.List;

/**
 * What became of an import.
 *
 * @param there how many had been there before
 */
public record ImportRepresentation(long added, long there, List<Refused> refused) {

    public ImportRepresentation {
        refused = List.copyOf(refused);
    }

    public record Refused(String identityId, String why) {}

    static ImportRepresentation of(List<Imported> imported) {
        return new ImportRepresentation(
                count(imported, Result.ADDED),
                count(imported, Result.THERE),
                imported.stream()
                        .filter(one -> one.result() == Result.REFUSED)
                        .map(one ->
                                new Refused(one.identity().value(), one.why().orElse("")))
                        .toList());
    }

    private static long count(List<Imported> imported, Result result) {
        return imported.stream().filter(one -> one.result() == result).count();
    }
}
