package io.keypool.it;

import com.microsoft.playwright.options.ColorScheme;

/** A realm that has our pages in its admin console. */
record ConsoleRealm(Keypool keypool, Chromium chromium, OwnRealm realm) implements AutoCloseable {

    static ConsoleRealm create(Keypool keypool, Chromium chromium) {
        OwnRealm realm = OwnRealm.create(keypool);
        realm.update("{\"adminTheme\":\"keypool\"}");
        return new ConsoleRealm(keypool, chromium, realm);
    }

    /** Somebody who has those roles of {@code realm-management}. */
    RealmUser administrator(String... roles) {
        RealmUser user = RealmUser.create(keypool, realm.name());
        ManagementRoles.in(keypool.admin(), realm.name()).grant(user.id(), roles);
        return user;
    }

    ConsoleVisit visit(RealmUser administrator, String place) {
        return visit(administrator, place, ColorScheme.LIGHT);
    }

    ConsoleVisit visit(RealmUser administrator, String place, ColorScheme scheme) {
        return ConsoleVisit.of(chromium.person(scheme), keypool.url(), realm.name(), administrator.name(), place);
    }

    /** The address of a page of ours. */
    String place(String... path) {
        return "#/" + realm.name() + "/identity-pools/" + String.join("/", path);
    }

    @Override
    public void close() {
        realm.close();
    }
}
