package uk.smets.mam.secure.smki;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;

/**
 * The role of a party towards a device, as in the organisational unit (OU) of its SMKI certificate: the role's number in the Great
 * Britain Companion Specification, in two hexadecimal digits.
 */
public enum RemotePartyRole {
    /** The root authority. */
    ROOT(0, "root"),
    /** The recovery key. */
    RECOVERY(1, "recovery"),
    /** A supplier. */
    SUPPLIER(2, "supplier"),
    /** A network operator: an electricity distributor or a gas transporter. */
    NETWORK_OPERATOR(3, "network operator"),
    /** DCC's access control broker. */
    ACCESS_CONTROL_BROKER(4, "access control broker"),
    /** DCC's transitional change of supplier party. */
    TRANSITIONAL_CHANGE_OF_SUPPLIER(5, "transitional change of supplier"),
    /** The provider of the wide area network. */
    WAN_PROVIDER(6, "WAN provider"),
    /** An issuing authority, as in the issuer {@code CN=Z1,OU=07} of other certificates. */
    ISSUING_AUTHORITY(7, "issuing authority"),
    /** Any other party. */
    OTHER(127, "other");

    private final int number;
    private final String words;

    RemotePartyRole(int number, String words) {
        this.number = number;
        this.words = words;
    }

    /**
     * Returns the role with a code.
     *
     * @param code the text of an organisational unit
     * @return the role, or empty if the text is not the code of one
     */
    public static Optional<RemotePartyRole> find(String code) {
        requireNonNull(code, "code");
        return Arrays.stream(values())
                .filter(role -> role.code().equalsIgnoreCase(code))
                .findFirst();
    }

    /** {@return the role's code, two hexadecimal digits in upper case, such as {@code 02}} */
    public String code() {
        return "%02X".formatted(number);
    }

    /** Returns the role as text, {@code network operator}. */
    @Override
    public String toString() {
        return words;
    }
}
