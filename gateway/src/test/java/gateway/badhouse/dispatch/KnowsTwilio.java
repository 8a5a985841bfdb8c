package gateway.badhouse.dispatch;

import com.twilio.type.PhoneNumber;

record KnowsTwilio(PhoneNumber number) {}
