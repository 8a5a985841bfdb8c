package gateway.console.frame;

/** Who may open an address. */
public enum Who {
    /** Whoever comes. */
    ANYONE,
    /** Whoever is signed in. */
    MEMBER,
    /** Coordinators, and the responders who were asked to take the alert that the address names. */
    ASKED,
    /** Coordinators, and the responder who has the alert that the address names. */
    HOLDER,
    /** Coordinators, and the member whom the address names. */
    HERSELF,
    /** Coordinators. */
    COORDINATOR
}
