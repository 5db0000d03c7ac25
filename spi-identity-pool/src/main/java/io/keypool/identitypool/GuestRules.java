package io.keypool.identitypool;

/**
 * How many guests a pool takes, and for how long it keeps them. A limit of 0 is none.
 *
 * @param perAddressAndHour new ones from one address of the network
 * @param perMinute new ones
 * @param perDay new ones, on a day in UTC
 * @param existing identities of guests that there are
 * @param idle how long a guest is kept who does not come back
 */
public record GuestRules(int perAddressAndHour, int perMinute, int perDay, int existing, IdleTime idle) {

    /**
     * Where nothing is set: a network that shares an address has a thousand new devices in an hour, and hardly any app
     * a hundred thousand in a day; what comes beyond is rather somebody who fills the database.
     */
    public static final GuestRules DEFAULT = new GuestRules(1_000, 6_000, 100_000, 1_000_000, new IdleTime(90));

    public GuestRules {
        if (perAddressAndHour < 0 || perMinute < 0 || perDay < 0 || existing < 0) {
            throw new IllegalArgumentException("a limit of guests is a whole number from 0");
        }
    }
}
