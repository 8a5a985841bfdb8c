package gateway.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** One key in use: seals and opens values (AES-256-GCM), each bound to where it belongs. Never prints its key. */
public final class Seal {

    private final UUID keyId;
    private final Aead aead;

    Seal(UUID keyId, byte[] key) {
        this.keyId = keyId;
        try {
            this.aead = new AesGcmJce(key);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no AES-GCM", impossible);
        }
    }

    /** The id of its wrapped key, which is the id of what the key belongs to. */
    public UUID keyId() {
        return keyId;
    }

    public byte[] seal(Binding binding, String plain) {
        return sealBytes(binding, plain.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] sealBytes(Binding binding, byte[] plain) {
        try {
            return aead.encrypt(plain, binding.associatedData());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("cannot seal " + binding.table() + "." + binding.column(), failure);
        }
    }

    public String open(Binding binding, byte[] sealed) {
        return new String(openBytes(binding, sealed), StandardCharsets.UTF_8);
    }

    /** @throws BrokenSeal when the value was changed, was sealed elsewhere or under another key */
    public byte[] openBytes(Binding binding, byte[] sealed) {
        try {
            return aead.decrypt(sealed, binding.associatedData());
        } catch (GeneralSecurityException failure) {
            throw new BrokenSeal(binding, failure);
        }
    }
}
