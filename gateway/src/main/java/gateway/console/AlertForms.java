package gateway.console;

import gateway.database.Database;

/** The forms of an alert's page, each an act. */
record AlertForms(HoldingForms holding, TimerForms timers, ReportForms reports, EndingForms ending, ReporterForms reporter) {

    static AlertForms of(Database database, ConsoleStores stores, ConsoleActs acts, Sessions sessions, Pages pages, RequestErrors errors) {
        var locks = new AlertLocks(stores, acts.timingSafety());
        var onAlert = new OnAlert(database, stores, locks, sessions, pages, errors);
        return new AlertForms(new HoldingForms(stores, acts, onAlert),
                new TimerForms(database, stores, acts, onAlert, locks, sessions),
                new ReportForms(stores, acts, onAlert, locks),
                new EndingForms(stores, acts, onAlert, locks),
                new ReporterForms(database, stores, acts, onAlert, locks, pages, errors));
    }
}
