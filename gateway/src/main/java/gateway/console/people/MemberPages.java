package gateway.console.people;

/** All that the console answers about members. */
public record MemberPages(MembersPage all, MemberDetailsPage one) {}
