package io.keypool.sts.keycloak;

import io.keypool.gateway.ExecuteApiMapping;
import io.keypool.gateway.Mapping;
import io.keypool.gateway.Payload;
import io.keypool.gateway.ProtectedService;
import io.keypool.gateway.S3Mapping;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.RealmModel;

/** A protected service as a realm component holds it. The parsed service is kept in the cached component's notes. */
final class ProtectedServiceComponent {

    static final String HOSTS = "hosts";
    static final String MAPPING = "mapping";
    static final String SERVICE = "service";
    static final String REGIONS = "regions";
    static final String PAYLOAD = "payload";
    static final String API_ID = "apiId";
    static final String STAGE = "stage";
    static final List<String> MAPPINGS = List.of(ExecuteApiMapping.SERVICE, S3Mapping.SERVICE);

    private static final String TYPE = ProtectedServiceProvider.class.getName();
    private static final String NOTE = ProtectedServiceComponent.class.getName();

    private ProtectedServiceComponent() {}

    /**
     * The service that clients address by that host, in whatever case; none when two of them claim to be it.
     *
     * @param regions what a service has that names none
     */
    static Optional<ProtectedService> find(RealmModel realm, String host, Set<String> regions) {
        String name = host.toLowerCase(Locale.ROOT);
        List<ProtectedService> found = realm.getComponentsStream(realm.getId(), TYPE)
                .map(component -> service(realm, component, regions))
                .filter(service -> service.hosts().contains(name))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static ProtectedService service(RealmModel realm, ComponentModel component, Set<String> regions) {
        ProtectedService parsed = component.getNote(NOTE);
        if (parsed != null) {
            return parsed;
        }
        ProtectedService service = parse(realm, component, regions);
        component.setNote(NOTE, service);
        return service;
    }

    static void validate(RealmModel realm, ComponentModel component, Set<String> regions) {
        try {
            ProtectedService service = parse(realm, component, regions);
            realm.getComponentsStream(realm.getId(), TYPE)
                    .filter(other -> !other.getId().equals(component.getId()))
                    .flatMap(other -> values(other, HOSTS).stream())
                    .filter(service.hosts()::contains)
                    .findFirst()
                    .ifPresent(host -> {
                        throw new ComponentValidationException("Another protected service has the host {0}", host);
                    });
        } catch (IllegalArgumentException invalid) {
            throw new ComponentValidationException("The protected service is not valid: {0}", invalid.getMessage());
        }
    }

    private static ProtectedService parse(RealmModel realm, ComponentModel component, Set<String> defaultRegions) {
        String kind = component.get(MAPPING, "");
        Set<String> own = values(component, REGIONS);
        Set<String> regions = own.isEmpty() ? defaultRegions : own;
        return new ProtectedService(
                values(component, HOSTS),
                component.get(SERVICE, kind),
                regions,
                payload(component),
                mapping(realm, component, kind, regions));
    }

    private static Mapping mapping(RealmModel realm, ComponentModel component, String kind, Set<String> regions) {
        if (kind.equals(S3Mapping.SERVICE)) {
            return new S3Mapping();
        }
        if (!kind.equals(ExecuteApiMapping.SERVICE)) {
            throw new IllegalArgumentException(MAPPING + " is one of " + MAPPINGS);
        }
        if (regions.size() != 1) {
            throw new IllegalArgumentException("an API is in one of the regions, which " + REGIONS + " names");
        }
        return new ExecuteApiMapping(
                regions.iterator().next(),
                RealmAccount.of(realm),
                component.get(API_ID, ""),
                component.get(STAGE, ExecuteApiMapping.DEFAULT_STAGE));
    }

    private static Payload payload(ComponentModel component) {
        String text = component.get(PAYLOAD, Payload.SIGNED.text());
        return Payload.of(text).orElseThrow(() -> new IllegalArgumentException(PAYLOAD + " is none that is known"));
    }

    private static Set<String> values(ComponentModel component, String name) {
        Set<String> values = new HashSet<>();
        component.getConfig().getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .forEach(values::add);
        return values;
    }
}
