package gateway.console;

import gateway.console.alerts.AlertAccess;
import gateway.console.frame.Cookies;
import gateway.console.frame.MembersOnly;
import gateway.console.frame.OwnOrigin;
import gateway.console.frame.Pages;
import gateway.console.frame.RequestErrors;

/** What a request passes before a page answers it, and what answers where none does. */
record Guards(OwnOrigin origin, MembersOnly membersOnly, Cookies cookies, AlertAccess access, Pages pages, RequestErrors errors) {}
