package gateway.console;
import gateway.alert.AlertId;
import gateway.database.Transaction;
import gateway.sealing.Seal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
public interface ReportedWords {
    List<Reported> of(Transaction tx, AlertId alert, Seal seal);
    record Reported(UUID report, Instant at, String code, String words) {}
}
