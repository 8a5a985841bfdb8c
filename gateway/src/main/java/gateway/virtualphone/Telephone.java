package gateway.virtualphone;

import gateway.phone.PhoneNumber;

/** One virtual phone on the page: the reporter's, or a member's under the member's alias. */
record Telephone(boolean reporter, String alias, PhoneNumber number) {

    static Telephone ofReporter(PhoneNumber number) {
        return new Telephone(true, "", number);
    }

    static Telephone ofMember(String alias, PhoneNumber number) {
        return new Telephone(false, alias, number);
    }

    /** The number without its plus sign, as it stands in addresses. */
    String digits() {
        return number.e164().substring(1);
    }
}
