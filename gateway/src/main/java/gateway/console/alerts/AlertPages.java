package gateway.console.alerts;

/** All that the console answers about alerts. */
public record AlertPages(AlertBoardPage board, AlertPage one, AlertForms forms, UnreadPages unread, WarningsForm warnings) {}
