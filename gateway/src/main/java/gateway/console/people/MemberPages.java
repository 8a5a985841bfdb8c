package gateway.console.people;

/** All that the console answers about members and enrolled reporters. */
public record MemberPages(MembersPage all, MemberDetailsPage one, EnrolmentForms enrolments) {}
