package gateway.virtualphone;

import gateway.phone.PhoneNumber;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where each phone's switch stands. It is held in memory: after a start, every phone is on. */
public final class PhoneSwitches {

    private final Map<PhoneNumber, PhoneSwitch> positions = new ConcurrentHashMap<>();

    public PhoneSwitch of(PhoneNumber phone) {
        return positions.getOrDefault(phone, PhoneSwitch.ON);
    }

    public void turn(PhoneNumber phone, PhoneSwitch position) {
        positions.put(phone, position);
    }
}
