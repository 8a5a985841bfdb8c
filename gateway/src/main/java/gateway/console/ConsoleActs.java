package gateway.console;

import gateway.alert.Deciding;
import gateway.alert.NoteTaking;
import gateway.alert.OpeningCard;
import gateway.alert.Reopening;
import gateway.alert.Revealing;
import gateway.alert.SettingSeized;
import gateway.contact.Enrolling;
import gateway.dispatch.Acknowledging;
import gateway.dispatch.CheckingIn;
import gateway.dispatch.EscalatingNow;
import gateway.dispatch.HandingBack;
import gateway.dispatch.FindingPhone;
import gateway.dispatch.LosingPhone;
import gateway.dispatch.Merging;
import gateway.dispatch.MoreHands;
import gateway.dispatch.Resolving;
import gateway.dispatch.RefusedPhones;
import gateway.dispatch.TimingSafety;
import gateway.dispatch.Verifying;
import gateway.duty.DutyDesk;
import gateway.intake.Coding;
import gateway.intake.DismissingWrongNumber;
import gateway.intake.Muting;
import gateway.voice.RingingBack;

/** What the forms do: the same acts that every other door calls. */
public record ConsoleActs(Acknowledging acknowledging, CheckingIn checkingIn, HandingBack handingBack,
        EscalatingNow escalatingNow, NoteTaking noteTaking, Resolving resolving, Reopening reopening,
        SettingSeized settingSeized, Revealing revealing, OpeningCard openingCard, LosingPhone losingPhone,
        FindingPhone findingPhone, RefusedPhones refusedPhones,
        TimingSafety timingSafety, Enrolling enrolling,
        RingingBack ringingBack, Deciding deciding, Merging merging, Coding coding,
        DismissingWrongNumber dismissingWrongNumber, Muting muting, Verifying verifying, MoreHands moreHands, DutyDesk dutyDesk) {}
