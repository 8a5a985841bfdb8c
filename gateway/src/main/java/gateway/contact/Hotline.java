package gateway.contact;

import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** A number people text or call, with its languages (the first is the default), pack and policy. */
public record Hotline(HotlineId id, String name, PhoneNumber number, UUID carrierAccount, List<Language> languages,
        Answer answer, CallAnswer calls, String policyName, String pack, ZoneId zone) {}
