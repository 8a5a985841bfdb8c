package gateway.hotline;

import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A number people text or call, with its languages (the first is the default), pack and policy.
 *
 * @param recordLine the number a coordinator rings to record what calls are told; null where prompts are only uploaded
 */
public record Hotline(HotlineId id, String name, PhoneNumber number, UUID carrierAccount, List<Language> languages,
        Answer answer, CallAnswer calls, @Nullable PhoneNumber recordLine, String policyName, String pack, ZoneId zone) {}
