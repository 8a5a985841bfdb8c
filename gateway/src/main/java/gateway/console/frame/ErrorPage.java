package gateway.console.frame;

/** The one page of all errors: what is the matter, in a sentence. */
public record ErrorPage(Frame frame, String what) {}
