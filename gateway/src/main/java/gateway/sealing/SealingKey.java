package gateway.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * The key above all keys: a versioned keyset kept outside the database, which wraps every other key. Beside the
 * database it protects nothing from a seized disk. Never prints itself.
 */
public final class SealingKey {

    private final KeysetHandle keyset;
    private final Aead aead;

    private SealingKey(KeysetHandle keyset) throws GeneralSecurityException {
        this.keyset = keyset;
        this.aead = keyset.getPrimitive(AeadConfig2026.get(), Aead.class);
    }

    public static SealingKey generate() {
        try {
            return new SealingKey(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no AES-GCM", impossible);
        }
    }

    /** @throws IllegalArgumentException when the text is no keyset; the message does not repeat it */
    public static SealingKey read(String written) {
        try {
            return new SealingKey(TinkJsonProtoKeysetFormat.parseKeyset(written, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException notAKeyset) {
            throw new IllegalArgumentException("the sealing key is not a keyset in JSON");
        }
    }

    /** The secret itself, for the key file and nothing else. */
    public String written() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the sealing key cannot be written", impossible);
        }
    }

    byte[] wrap(String kind, UUID id, byte[] key) {
        try {
            return aead.encrypt(key, new Binding("wrapped_key", kind, id.toString()).associatedData());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("cannot wrap a key", failure);
        }
    }

    byte[] unwrap(String kind, UUID id, byte[] wrapped) {
        var binding = new Binding("wrapped_key", kind, id.toString());
        try {
            return aead.decrypt(wrapped, binding.associatedData());
        } catch (GeneralSecurityException failure) {
            throw new BrokenSeal(binding, failure);
        }
    }

    @Override
    public String toString() {
        return "SealingKey[masked]";
    }
}
