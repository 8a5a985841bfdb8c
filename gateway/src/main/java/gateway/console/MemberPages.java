package gateway.console;

/** All that the console answers about members. */
record MemberPages(MembersPage all, MemberDetailsPage one) {}
