package gateway.alert;

import gateway.member.MemberId;
import java.util.Optional;
import java.util.UUID;

/** Who made an entry: the gateway itself, the reporter, or a member. */
public sealed interface Actor {

    /** As the timeline keeps it. */
    String word();

    record Gateway() implements Actor {
        @Override
        public String word() {
            return "gateway";
        }
    }

    record Reporter() implements Actor {
        @Override
        public String word() {
            return "reporter";
        }
    }

    record ByMember(MemberId member) implements Actor {
        @Override
        public String word() {
            return "member:" + member;
        }
    }

    Actor GATEWAY = new Gateway();
    Actor REPORTER = new Reporter();

    static Actor of(MemberId member) {
        return new ByMember(member);
    }

    /** The member who acted, if it was one. */
    static Optional<MemberId> member(String word) {
        return word.startsWith("member:") ? Optional.of(new MemberId(UUID.fromString(word.substring(7)))) : Optional.empty();
    }
}
