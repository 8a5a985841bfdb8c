package gateway.member;

import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person of the organisation, known by an alias.
 *
 * @param verified whether the phone is known to be hers; one that is not is never asked
 * @param barred   why nothing is sent to her phone any more; empty when it may be asked
 * @param expired  whether it is long since it was verified; then she is asked last
 * @param refusedSince since when her carrier lets us text her phone no more; null while it may be texted
 */
public record Member(MemberId id, String alias, @Nullable PhoneNumber phone, boolean verified, Language language,
        Set<Role> roles, Set<BarReason> barred, boolean expired, @Nullable Instant refusedSince) {

    /** Whose phone was verified lately, or not at all. */
    public Member(MemberId id, String alias, @Nullable PhoneNumber phone, boolean verified, Language language,
            Set<Role> roles, Set<BarReason> barred) {
        this(id, alias, phone, verified, language, roles, barred, false);
    }

    /** Whose phone may be texted as far as we know. */
    public Member(MemberId id, String alias, @Nullable PhoneNumber phone, boolean verified, Language language,
            Set<Role> roles, Set<BarReason> barred, boolean expired) {
        this(id, alias, phone, verified, language, roles, barred, expired, null);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** The phone she can be asked by: verified and not barred. */
    public Optional<PhoneNumber> askablePhone() {
        return verified && barred.isEmpty() ? Optional.ofNullable(phone) : Optional.empty();
    }

    @Override
    public String toString() {
        return "Member[" + alias + "]";
    }
}
