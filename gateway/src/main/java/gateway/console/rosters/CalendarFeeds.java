package gateway.console.rosters;

import gateway.console.frame.SecretToken;
import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.roster.RosterId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Secret addresses at which a calendar fetches shifts, one for each member and each roster that wants one. A new address
 * ends the one before. An address is worth nothing any more when its member has left or her phone is lost.
 */
public final class CalendarFeeds {

    private static final String ISSUE_TO_MEMBER = """
            INSERT INTO calendar_feed (token_hash, member_id, made_at)
            VALUES ($1, $2, $3)
            ON CONFLICT (member_id) DO UPDATE
               SET token_hash = excluded.token_hash, made_at = excluded.made_at
            """;
    private static final String ISSUE_TO_ROSTER = """
            INSERT INTO calendar_feed (token_hash, roster_id, made_at)
            VALUES ($1, $2, $3)
            ON CONFLICT (roster_id) DO UPDATE
               SET token_hash = excluded.token_hash, made_at = excluded.made_at
            """;
    private static final String END_OF_MEMBER = """
            DELETE FROM calendar_feed
             WHERE member_id = $1
            """;
    private static final String FIND = """
            SELECT calendar_feed.member_id, calendar_feed.roster_id
              FROM calendar_feed
              LEFT JOIN member ON member.id = calendar_feed.member_id
              LEFT JOIN roster ON roster.id = calendar_feed.roster_id
             WHERE calendar_feed.token_hash = $1
               AND member.retired_at IS NULL
               AND roster.retired_at IS NULL
               AND NOT EXISTS (SELECT FROM barred_phone
                                WHERE barred_phone.number_index = member.phone_index
                                  AND barred_phone.reason = 'lost')
            """;

    private final RandomGenerator random;
    private final URI publicUrl;

    /** @param random what the addresses are made of: it must not be guessable */
    public CalendarFeeds(RandomGenerator random, URI publicUrl) {
        this.random = random;
        this.publicUrl = publicUrl;
    }

    /** As a calendar elsewhere fetches it. */
    String address(String path) {
        return publicUrl.resolve(path).toString();
    }

    /** Whose shifts a feed tells of. */
    sealed interface Feed {

        record OfMember(MemberId member) implements Feed {}

        record OfRoster(RosterId roster) implements Feed {}
    }

    /** Makes an address and gives its path; the one before it is dead. Only its hash is kept, so it is shown once. */
    String issue(Transaction tx, Feed feed, Instant now) {
        var token = SecretToken.make(random);
        switch (feed) {
            case Feed.OfMember(var member) -> tx.execute(ISSUE_TO_MEMBER, token.hash(), member.value(), now);
            case Feed.OfRoster(var roster) -> tx.execute(ISSUE_TO_ROSTER, token.hash(), roster.value(), now);
        }
        return "/calendars/" + token.written() + ".ics";
    }

    /** She has no calendar address any more. */
    void end(Transaction tx, MemberId member) {
        tx.execute(END_OF_MEMBER, member.value());
    }

    Optional<Feed> find(Transaction tx, String token) {
        return tx.queryOne(FIND, row -> row.idIfAny("member_id")
                .<Feed>map(member -> new Feed.OfMember(new MemberId(member)))
                .orElseGet(() -> new Feed.OfRoster(new RosterId(row.id("roster_id")))), new SecretToken(token).hash());
    }
}
