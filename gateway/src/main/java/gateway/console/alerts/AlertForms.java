package gateway.console.alerts;

import gateway.console.frame.ConsoleActs;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Pages;
import gateway.console.frame.RequestErrors;
import gateway.console.frame.Sessions;
import gateway.database.Database;

/** The forms of an alert's page, each an act. */
public record AlertForms(HoldingForms holding, TimerForms timers, ReportForms reports, EndingForms ending, ReporterForms reporter) {

    public static AlertForms of(Database database, ConsoleStores stores, ConsoleActs acts, Sessions sessions, Pages pages, RequestErrors errors) {
        var locks = new AlertLocks(stores, acts.timingSafety());
        var onAlert = new OnAlert(database, stores, locks, sessions, pages, errors);
        return new AlertForms(new HoldingForms(stores, acts, onAlert),
                new TimerForms(database, stores, acts, onAlert, locks, sessions),
                new ReportForms(stores, acts, onAlert, locks),
                new EndingForms(stores, acts, onAlert, locks),
                new ReporterForms(database, stores, acts, onAlert, locks, pages, errors));
    }
}
