package gateway.virtualphone;

/** The virtual phones: what they texted and rang, how their switches stand, and the exchange that puts calls through. */
public record PhoneNetwork(VirtualTexts texts, VirtualCalls calls, PhoneSwitches switches, Exchange exchange) {}
