package gateway;

import gateway.alert.CheckIns;
import gateway.unread.Deadlines;

/**
 * What whoever runs the gateway has set of the house itself.
 *
 * @param dispatchesNameArea whether a text that asks a member names the area
 * @param whispers           whether the carrier lets a dialled phone hear something before it is joined
 */
record HouseSettings(CheckIns checkIns, boolean dispatchesNameArea, Deadlines deadlines, boolean whispers) {}
