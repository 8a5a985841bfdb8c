package gateway.badhouse.twilio;

import gateway.badhouse.console.SpeaksSql;

record KnowsAnotherDoor(SpeaksSql other) {}
