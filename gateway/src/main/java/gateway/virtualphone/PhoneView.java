package gateway.virtualphone;

import java.util.List;

/** One phone as the page shows it. */
public record PhoneView(Telephone telephone, PhoneSwitch position, List<TextView> texts, CallView call) {

    public String digits() {
        return telephone.digits();
    }

    public boolean isReporters() {
        return telephone.reporter();
    }

    public String alias() {
        return telephone.alias();
    }

    /** The number with its groups apart. */
    public String number() {
        return telephone.number().e164().replaceFirst("^(\\+1)(\\d{3})(\\d{3})(\\d{4})$", "$1 $2 $3 $4");
    }

    /** Changes whenever the thread does, so that the page is sent only the threads that have changed. */
    public String seen() {
        var state = new StringBuilder();
        texts.forEach(text -> state.append(text.moment()).append(text.state()).append(text.words()));
        return digits() + "-" + texts.size() + "-" + Integer.toHexString(state.toString().hashCode());
    }

    /** Changes whenever what is said in its call does, or how that stands. */
    public String seenCall() {
        return digits() + "-call-" + call.seen();
    }

    /** Changes whenever its call can be given other answers. */
    public String seenControls() {
        return digits() + "-controls-" + call.seenControls();
    }

    public long received() {
        return texts.stream().filter(TextView::incoming).count();
    }
}
