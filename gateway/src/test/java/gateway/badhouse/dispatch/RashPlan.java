package gateway.badhouse.dispatch;

import gateway.database.Transaction;
import java.time.InstantSource;
import org.slf4j.Logger;

record RashPlan(Transaction tx, InstantSource at, Logger log) {}
