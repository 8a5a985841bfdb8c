package gateway.pack;

import gateway.alert.Outcome;
import gateway.alert.OutcomesFile;
import gateway.alert.WantedFile;
import gateway.codebook.Codebook;
import gateway.codebook.CodebookFile;
import gateway.codebook.PackFault;
import gateway.contact.ContactFile;
import gateway.contact.NeverContact;
import gateway.messaging.Phrases;
import gateway.messaging.PhrasesFile;
import gateway.place.Gazetteer;
import gateway.place.GazetteerFile;
import gateway.reading.Prose;
import gateway.reading.ProseFile;
import gateway.reading.Sample;
import gateway.reading.SamplesFile;
import gateway.reading.WordTrial;
import gateway.replyword.ReplyWords;
import gateway.replyword.ReplyWordsFile;
import gateway.roster.Discipline;
import gateway.voice.PromptsFolder;
import gateway.voice.Sound;
import gateway.voice.Spoken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A city's data: what people text there, where, how it ends and what we say. It is checked whole when it is loaded.
 *
 * @param id      the name of its folder
 * @param wanted  whom to ask beside the peers, by the stage, harm or need that a human confirms
 * @param prose   what members' phones write that is no reply
 * @param folder  where it lies
 * @param samples texts with the code that is wanted of each
 * @param sounds  the recordings it brings of what calls are told
 * @param version changes with every byte of its files; alerts keep it
 */
public record Pack(Path folder, String id, String version, Codebook codebook, Gazetteer gazetteer, List<Outcome> outcomes,
        Map<String, Set<Discipline>> wanted, NeverContact neverContact, List<String> consents, Prose prose,
        List<Sample> samples, ReplyWords replyWords, Phrases phrases,
        Map<Spoken, Sound> sounds) {

    /** Loads a pack's folder, or names its first fault by file, key and value. */
    public static Pack load(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new PackFault(folder, "is not a pack's folder");
        }
        var pack = new Pack(folder, folder.toAbsolutePath().normalize().getFileName().toString(), versionOf(folder),
                CodebookFile.load(folder), GazetteerFile.load(folder), OutcomesFile.load(folder),
                WantedFile.load(folder), ContactFile.neverContact(folder), ContactFile.consents(folder), ProseFile.load(folder),
                SamplesFile.load(folder),
                ReplyWordsFile.load(folder),
                PhrasesFile.load(folder),
                PromptsFolder.load(folder));
        new PackRules(folder, pack).check();
        return pack;
    }

    /** Its samples, to be read. */
    public WordTrial trial() {
        return new WordTrial(folder, samples, codebook, gazetteer);
    }

    private static String versionOf(Path folder) {
        try (var files = Files.list(folder)) {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList()) {
                var name = file.getFileName().toString().getBytes(StandardCharsets.UTF_8);
                var bytes = Files.readAllBytes(file);
                digest.update(ByteBuffer.allocate(8).putInt(name.length).putInt(bytes.length).array());
                digest.update(name);
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (IOException unreadable) {
            throw new PackFault(folder, "cannot be read");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
