package gateway.voice;

import java.util.List;

/** One kind of conversation by keys, such as the hotline's menu; it is found by the first part of a path. */
public interface CallFlow {

    /**
     * What is heard next. What follows from the keys is committed when this returns.
     *
     * @param rest the parts of the path behind the first
     */
    Script proceed(List<String> rest, Heard heard);
}
