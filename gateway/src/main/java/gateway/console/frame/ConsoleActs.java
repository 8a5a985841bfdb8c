package gateway.console.frame;

import gateway.alert.CheckingIn;
import gateway.alert.Deciding;
import gateway.alert.NoteTaking;
import gateway.alert.OpeningCard;
import gateway.alert.Reopening;
import gateway.alert.Revealing;
import gateway.alert.SettingSeized;
import gateway.asking.EscalatingNow;
import gateway.asking.MoreHands;
import gateway.contact.Enrolling;
import gateway.duty.DutyDesk;
import gateway.holding.Acknowledging;
import gateway.holding.HandingBack;
import gateway.holding.Merging;
import gateway.holding.Resolving;
import gateway.safety.FindingPhone;
import gateway.safety.LosingPhone;
import gateway.safety.RefusedPhones;
import gateway.safety.TimingSafety;
import gateway.unread.Coding;
import gateway.unread.DismissingWrongNumber;
import gateway.unread.Muting;
import gateway.verifying.Verifying;
import gateway.voice.RingingBack;

/** What the forms do: the same acts that every other door calls. */
public record ConsoleActs(Acknowledging acknowledging, CheckingIn checkingIn, HandingBack handingBack,
        EscalatingNow escalatingNow, NoteTaking noteTaking, Resolving resolving, Reopening reopening,
        SettingSeized settingSeized, Revealing revealing, OpeningCard openingCard, LosingPhone losingPhone,
        FindingPhone findingPhone, RefusedPhones refusedPhones,
        TimingSafety timingSafety, Enrolling enrolling,
        RingingBack ringingBack, Deciding deciding, Merging merging, Coding coding,
        DismissingWrongNumber dismissingWrongNumber, Muting muting, Verifying verifying, MoreHands moreHands, DutyDesk dutyDesk) {}
