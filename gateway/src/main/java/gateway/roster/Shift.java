package gateway.roster;

import gateway.member.MemberId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/**
 * A weekly turn in the roster's time zone, from {@code from} (included) to {@code to} (excluded). One from 00:00 to 00:00
 * lasts the whole day; one whose end is not after its start ends on the next day.
 */
public record Shift(MemberId member, Set<DayOfWeek> days, LocalTime from, LocalTime to) {}
